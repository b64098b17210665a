import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Member } from '../members/index.ts';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { declared, ReadsAs } from '../../platform/reading/reads.ts';
import { dayMs, later } from '../../platform/time/clock.ts';
import { deleteTranscripts, purgeTranscripts, restoreTranscripts } from './bin.service.ts';
import { importTranscript } from './import.service.ts';
import { runningSession } from './live-sessions.service.ts';
import { SegmentConnection } from './segments/segment.types.ts';
import { canWrite } from './transcript.access.ts';
import * as manage from './manage-transcripts.types.ts';
import * as types from './transcript.types.ts';
import {
  ownTranscriptsReads,
  publicTranscriptsReads,
  segmentsReads,
  transcriptReads,
} from './transcript.reading.ts';
import { createTranscript, renameTranscript, setViewPassword, setVisibility } from './transcripts.service.ts';
import type { TranscriptRow } from './transcript-states.rules.ts';

/** Transcripts as their owners manage them. */
@Resolver()
export class TranscriptsResolver {
  @Query(() => types.Transcript, {
    nullable: true,
    description: 'A transcript; null when it is not there or not yours to read.',
  })
  @Access('anyone')
  @ReadsAs(transcriptReads)
  transcript(@Arg('id', () => ID, { description: 'The transcript.' }) _id: string): never {
    return declared();
  }

  @Query(() => types.TranscriptConnection, {
    description: 'What is public: every registered member may read it. Newest first.',
  })
  @Access('member')
  @ReadsAs(publicTranscriptsReads)
  publicTranscripts(@Args(() => types.PublicTranscriptArgs) _args: types.PublicTranscriptArgs): never {
    return declared();
  }

  @Mutation(() => manage.CreateTranscriptResult, { description: 'Makes a transcript.' })
  @Access('member')
  createTranscript(
    @Arg('input', () => manage.CreateTranscriptInput) input: manage.CreateTranscriptInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return createTranscript(ctx, input);
  }

  @Mutation(() => manage.ImportTranscriptResult, {
    description: 'Makes a transcript of a text that exists already; costs no points.',
  })
  @Access('member')
  importTranscript(
    @Arg('input', () => manage.ImportTranscriptInput) input: manage.ImportTranscriptInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return importTranscript(ctx, input);
  }

  @Mutation(() => manage.RenameTranscriptResult, { description: 'Gives a transcript another title.' })
  @Access('member')
  async renameTranscript(
    @Arg('input', () => manage.RenameTranscriptInput) input: manage.RenameTranscriptInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return { transcript: await renameTranscript(ctx, input.transcriptId, input.title) };
  }

  @Mutation(() => manage.SetVisibilityResult, { description: 'Makes a transcript private or public.' })
  @Access('member')
  async setVisibility(
    @Arg('input', () => manage.SetVisibilityInput) input: manage.SetVisibilityInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return { transcript: await setVisibility(ctx, input.transcriptId, input.visibility) };
  }

  @Mutation(() => manage.SetViewPasswordResult, {
    description: 'Changes the view password and ends every grant that the old one gave.',
  })
  @Access('member')
  setViewPassword(
    @Arg('input', () => manage.SetViewPasswordInput) input: manage.SetViewPasswordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return setViewPassword(ctx, input.transcriptId, input.viewPassword ?? null);
  }

  @Mutation(() => manage.DeleteTranscriptsResult, {
    description: 'Puts transcripts into the bin; a live one is ended first.',
  })
  @Access('member')
  async deleteTranscripts(
    @Arg('input', () => manage.DeleteTranscriptsInput) input: manage.DeleteTranscriptsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    const { done, failures } = await deleteTranscripts(ctx, input.ids);
    return { deletedIds: done, failures };
  }

  @Mutation(() => manage.RestoreTranscriptsResult, { description: 'Takes transcripts back out of the bin.' })
  @Access('member')
  async restoreTranscripts(
    @Arg('input', () => manage.RestoreTranscriptsInput) input: manage.RestoreTranscriptsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    const { done, failures } = await restoreTranscripts(ctx, input.ids);
    return { restoredIds: done, failures };
  }

  @Mutation(() => manage.PurgeTranscriptsResult, { description: 'Deletes for ever what is in the bin.' })
  @Access('member')
  async purgeTranscripts(
    @Arg('input', () => manage.PurgeTranscriptsInput) input: manage.PurgeTranscriptsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    const { done, failures } = await purgeTranscripts(ctx, input.ids);
    return { purgedIds: done, failures };
  }
}

/** What a transcript shows beyond its own columns. */
@Resolver(() => types.Transcript)
export class TranscriptFieldsResolver {
  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When the bin deletes it for ever; told to its owner only.',
  })
  purgesAt(@Root() { deletedAt }: TranscriptRow, @Ctx() ctx: RequestContext): Date | null {
    return deletedAt && later(deletedAt, ctx.config.binDays * dayMs);
  }

  @FieldResolver(() => types.LiveSession, {
    nullable: true,
    description:
      'The running session; told to whoever may type into it, who are not told of the owner’s points.',
  })
  liveSession(@Root() transcript: TranscriptRow, @Ctx() ctx: RequestContext): Promise<object | null> | null {
    return canWrite(ctx, transcript) && transcript.status === 'LIVE'
      ? runningSession(ctx, transcript.id)
      : null;
  }

  @FieldResolver(() => SegmentConnection, {
    description: 'What was said, in order; 50 a page unless you say otherwise.',
  })
  @ReadsAs(segmentsReads)
  segments(@Args(() => types.SegmentArgs) _args: types.SegmentArgs): never {
    return declared();
  }
}

/** A member's own transcripts. */
@Resolver(() => Member)
export class MemberTranscriptsResolver {
  @FieldResolver(() => types.TranscriptConnection, { description: 'Your transcripts, newest first.' })
  @ReadsAs(ownTranscriptsReads)
  transcripts(@Args(() => types.TranscriptListArgs) _args: types.TranscriptListArgs): never {
    return declared();
  }
}
