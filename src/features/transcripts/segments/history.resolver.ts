import { Arg, Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { declared, ReadsAs } from '../../../platform/reading/reads.ts';
import { isId } from '../../../platform/text/text.rules.ts';
import { canWrite } from '../transcript.access.ts';
import type { TranscriptRow } from '../transcript-states.rules.ts';
import { Transcript } from '../transcript.types.ts';
import { segmentsAsOf, takenAt, type AsOf } from './as-of.queries.ts';
import { historyReads, removedSegmentsReads } from './history.reading.ts';
import { SegmentVersionConnection, TranscriptAsOf } from './history.types.ts';
import { Segment, SegmentConnection } from './segment.types.ts';
import { segmentsByIds } from './segment-versions.queries.ts';

/** What became of a segment. */
@Resolver(() => Segment)
export class SegmentHistoryResolver {
  @FieldResolver(() => SegmentVersionConnection, {
    description: 'Its versions, oldest first; told to whoever may write, nothing to everybody else.',
  })
  @ReadsAs(historyReads)
  history(@Args(() => PageArgs) _args: PageArgs): never {
    return declared();
  }
}

/** What became of a transcript's text. */
@Resolver(() => Transcript)
export class TranscriptHistoryResolver {
  @FieldResolver(() => SegmentConnection, {
    description: 'What was taken away, in its order; told to whoever may write, nothing to everybody else.',
  })
  @ReadsAs(removedSegmentsReads)
  removedSegments(@Args(() => PageArgs) _args: PageArgs): never {
    return declared();
  }

  @FieldResolver(() => Segment, {
    nullable: true,
    description: 'One segment of it; null when it does not stand here.',
  })
  async segment(
    @Root() { id: transcriptId }: TranscriptRow,
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'The segment.' }) id: string,
  ): Promise<object | null> {
    const [found] = isId(id) ? await segmentsByIds(ctx, [id]) : [];
    return found && found.transcriptId === transcriptId && !found.removedAt ? found : null;
  }

  @FieldResolver(() => TranscriptAsOf, {
    nullable: true,
    description:
      'The text as it was at a number; told to whoever may write. Null for a number that is not there.',
  })
  async asOf(
    @Root() transcript: TranscriptRow,
    @Ctx() ctx: RequestContext,
    @Arg('seq', () => Int, { description: 'The number of the last event that counts; 0: before the first.' })
    seq: number,
  ): Promise<object | null> {
    if (seq < 0 || seq > transcript.lastSeq || !canWrite(ctx, transcript)) return null;
    const asOf: AsOf = { transcriptId: transcript.id, seq };
    return { ...asOf, at: await takenAt(ctx, asOf) };
  }
}

/** A transcript's text at a number. */
@Resolver(() => TranscriptAsOf)
export class TranscriptAsOfResolver {
  @FieldResolver(() => SegmentConnection, { description: 'What stood then, in its order.' })
  segments(
    @Root() asOf: AsOf,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return segmentsAsOf(ctx, asOf, args);
  }
}
