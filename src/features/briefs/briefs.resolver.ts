import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { Member } from '../members/index.ts';
import { canWrite, Transcript, type TranscriptRow } from '../transcripts/index.ts';
import { Access } from '../../platform/graphql/access.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { openBriefFeed, type BriefHint } from './brief-feed.ts';
import type { BriefWords, DictionaryRow } from './brief.rules.ts';
import {
  BriefChanges,
  BriefChangesArgs,
  BriefDictionary,
  BriefEntryArgs,
  BriefEntryConnection,
  BriefsChanged,
  SaveBriefsInput,
  SaveBriefsResult,
} from './brief.types.ts';
import { changesOf, dictionariesOfMembers, dictionariesOfTranscripts, entriesOf } from './briefs.queries.ts';
import { saveBriefs } from './briefs.service.ts';

interface Subscribing {
  readonly args: { readonly transcriptId?: string | null };
  readonly context: RequestContext;
}

/** Dictionaries of briefs (略码). */
@Resolver(() => BriefDictionary)
export class BriefsResolver {
  @FieldResolver(() => BriefEntryConnection, {
    description: 'Its entries by code; 50 a page unless you say otherwise.',
  })
  entries(
    @Root() dictionary: DictionaryRow,
    @Args(() => BriefEntryArgs) args: BriefEntryArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<BriefWords>> {
    return entriesOf(ctx, dictionary, args);
  }

  @FieldResolver(() => BriefChanges, {
    description:
      'What changed since a revision, in pages of at most 2,000: for copies that are kept elsewhere.',
  })
  changes(
    @Root() dictionary: DictionaryRow,
    @Args(() => BriefChangesArgs) args: BriefChangesArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return changesOf(ctx, dictionary, args);
  }

  @Mutation(() => SaveBriefsResult, {
    description: 'Changes your own dictionary of briefs, or that of a transcript that you may write.',
  })
  @Access('member')
  saveBriefs(
    @Arg('input', () => SaveBriefsInput) input: SaveBriefsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return saveBriefs(ctx, input);
  }

  @Subscription(() => BriefsChanged, {
    description: 'Hints that a dictionary of yours, or of a transcript that you may write, has changed.',
    subscribe: ({ args, context }: Subscribing) => openBriefFeed(context, args.transcriptId ?? null),
  })
  @Access('member')
  briefsChanged(
    @Root() hint: BriefHint,
    @Arg('transcriptId', () => ID, { nullable: true, description: 'The transcript; null for your own.' })
    _transcriptId?: string | null,
  ): object {
    return hint;
  }
}

/** A member's own dictionary. */
@Resolver(() => Member)
export class MemberBriefsResolver {
  @FieldResolver(() => BriefDictionary, { description: 'Your own dictionary of briefs.' })
  briefDictionary(@Root() { id }: { readonly id: string }, @Ctx() ctx: RequestContext): Promise<object> {
    return batched(ctx, dictionariesOfMembers, id);
  }
}

/** The dictionary of an event. */
@Resolver(() => Transcript)
export class TranscriptBriefsResolver {
  @FieldResolver(() => BriefDictionary, {
    nullable: true,
    description: 'Its dictionary of briefs and terms, shared by who may write it; null to everybody else.',
  })
  briefDictionary(@Root() transcript: TranscriptRow, @Ctx() ctx: RequestContext): Promise<object> | null {
    return canWrite(ctx, transcript) ? batched(ctx, dictionariesOfTranscripts, transcript.id) : null;
  }
}
