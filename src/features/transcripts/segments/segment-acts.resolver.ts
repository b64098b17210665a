import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { requireReadable } from '../transcripts.queries.ts';
import { renameSpeaker, reviseSegments } from './many-segments.service.ts';
import * as types from './segment-acts.types.ts';
import { mergeSegments, splitSegment } from './split-merge.service.ts';
import { restoreSegment, restoreTranscript, revertChanges } from './take-back.service.ts';

/** What an editor does to segments that stand. */
@Resolver()
export class SegmentActsResolver {
  @Mutation(() => types.SplitSegmentResult, {
    description: 'Cuts a segment in two. A retry with the same new id answers with what stands.',
  })
  @Access('member')
  splitSegment(
    @Arg('input', () => types.SplitSegmentInput) input: types.SplitSegmentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return splitSegment(ctx, input);
  }

  @Mutation(() => types.MergeSegmentsResult, {
    description:
      'Makes one segment of two neighbours. A merge that was made already answers with what stands.',
  })
  @Access('member')
  mergeSegments(
    @Arg('input', () => types.MergeSegmentsInput) input: types.MergeSegmentsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return mergeSegments(ctx, input);
  }

  @Mutation(() => types.ReviseSegmentsResult, {
    description: 'Corrects many segments at once; those changed meanwhile stay as they are, and are named.',
  })
  @Access('member')
  reviseSegments(
    @Arg('input', () => types.ReviseSegmentsInput) input: types.ReviseSegmentsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return reviseSegments(ctx, input);
  }

  @Mutation(() => types.RenameSpeakerResult, { description: 'Renames a speaker in the whole transcript.' })
  @Access('member')
  renameSpeaker(
    @Arg('input', () => types.RenameSpeakerInput) input: types.RenameSpeakerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return renameSpeaker(ctx, input);
  }

  @Mutation(() => types.RestoreSegmentResult, {
    description:
      'Brings a removed segment back to its place, with the next revision. One that was merged into another takes its words out of it again.',
  })
  @Access('member')
  restoreSegment(
    @Arg('input', () => types.RestoreSegmentInput) input: types.RestoreSegmentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return restoreSegment(ctx, input);
  }

  @Mutation(() => types.RevertChangesResult, {
    description:
      'Takes back what the events of these numbers did to segments. What does not stand as they left it was changed since: it stays, and is named, and so does the other half of a split or merge. Done again, it is the same; taking back its own numbers does it anew.',
  })
  @Access('member')
  revertChanges(
    @Arg('input', () => types.RevertChangesInput) input: types.RevertChangesInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return revertChanges(ctx, input);
  }

  @Mutation(() => types.RestoreTranscriptResult, {
    description:
      'Brings the whole text back to what it was at a number. Done again with the same untilSeq, it is the same. It only adds to the log: taking back its numbers undoes it.',
  })
  @Access('member')
  async restoreTranscript(
    @Arg('input', () => types.RestoreTranscriptInput) input: types.RestoreTranscriptInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    const { transcriptId, ...restored } = await restoreTranscript(ctx, input);
    return { ...restored, transcript: await requireReadable(ctx, transcriptId) };
  }
}
