import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { endLive, startLive } from './live-sessions.service.ts';
import { appendSegment, removeSegment, reviseSegment } from './segments/segments.service.ts';
import * as types from './room.types.ts';

/** What writers do in a room. */
@Resolver()
export class RoomsResolver {
  @Mutation(() => types.StartLiveResult, {
    description: 'Goes live. Needs at least one card point; the meter runs from the first committed segment.',
  })
  @Access('member')
  async startLive(
    @Arg('input', () => types.StartLiveInput) input: types.StartLiveInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return { transcript: await startLive(ctx, input.transcriptId) };
  }

  @Mutation(() => types.EndLiveResult, { description: 'Ends a live session.' })
  @Access('member')
  endLive(
    @Arg('input', () => types.EndLiveInput) input: types.EndLiveInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return endLive(ctx, input.transcriptId);
  }

  @Mutation(() => types.AppendSegmentResult, {
    description:
      'Commits a segment at the end of a live transcript. A retry with the same id is the same segment.',
  })
  @Access('member')
  async appendSegment(
    @Arg('input', () => types.AppendSegmentInput) input: types.AppendSegmentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return { segment: await appendSegment(ctx, input) };
  }

  @Mutation(() => types.ReviseSegmentResult, {
    description: 'Corrects a segment. On an old base nothing changes and what stands is handed back.',
  })
  @Access('member')
  async reviseSegment(
    @Arg('input', () => types.ReviseSegmentInput) input: types.ReviseSegmentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return reviseSegment(ctx, input);
  }

  @Mutation(() => types.RemoveSegmentSuccess, {
    description: 'Takes a segment away; its words are sent to nobody any more.',
  })
  @Access('member')
  removeSegment(
    @Arg('input', () => types.RemoveSegmentInput) input: types.RemoveSegmentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return removeSegment(ctx, input.id);
  }
}
