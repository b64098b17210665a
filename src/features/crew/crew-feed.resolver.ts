import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import { PageBothWaysArgs } from '../../platform/graphql/connection.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { declared, ReadsAs } from '../../platform/reading/reads.ts';
import { Transcript } from '../transcripts/index.ts';
import * as types from './crew-feed.types.ts';
import { postCrewMessage } from './crew-messages.service.ts';
import { crewMessagesReads } from './crew.reading.ts';
import { followCrew, type ToldOfCrew } from './followed-crew.ts';
import { handOver, takeLead } from './lead.service.ts';
import { showPresence } from './presence.service.ts';

interface Subscribing {
  readonly args: { readonly transcriptId: string; readonly after?: number | null };
  readonly context: RequestContext;
}

/** What the feed tells as the object of its GraphQL type. */
const crewEvent =
  (transcriptId: string) =>
  (told: ToldOfCrew): object => {
    if ('event' in told)
      return Object.assign(new types.CrewMessagePosted(), { seq: told.event.seq, message: told.event });
    if (told.passing.kind === 'CHANGED') return Object.assign(new types.CrewChanged(), { transcriptId });
    const { memberId, displayName, activity, segmentId, seenAt } = told.passing;
    const presence = { activity, segmentId, seenAt };
    return Object.assign(new types.WriterPresent(), { memberId, displayName, presence });
  };

/** How those who work on a transcript talk to each other, see each other and relieve each other. */
@Resolver()
export class CrewFeedResolver {
  @Mutation(() => types.PostCrewMessageResult, {
    description: 'Writes to the others who work on the transcript; readers never see it.',
  })
  @Access('member')
  async postCrewMessage(
    @Arg('input', () => types.PostCrewMessageInput) input: types.PostCrewMessageInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return { posted: await postCrewMessage(ctx, input) };
  }

  @Mutation(() => types.ShowPresenceSuccess, {
    description: 'Tells the others who work on the transcript what you are doing.',
  })
  @Access('member')
  async showPresence(
    @Arg('input', () => types.ShowPresenceInput) input: types.ShowPresenceInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    await showPresence(ctx, input);
    return { shown: true };
  }

  @Mutation(() => types.HandOverResult, {
    description:
      'Gives the lead (主打) to another of those who write; for whoever has it, and for the owner.',
  })
  @Access('member')
  async handOver(
    @Arg('input', () => types.HandOverInput) input: types.HandOverInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return { transcript: await handOver(ctx, input) };
  }

  @Mutation(() => types.TakeLeadSuccess, {
    description: 'Takes the lead, as a writer does at a relay. Both may type meanwhile.',
  })
  @Access('member')
  async takeLead(
    @Arg('input', () => types.TakeLeadInput) input: types.TakeLeadInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return { transcript: await takeLead(ctx, input.transcriptId) };
  }

  @Subscription(() => types.CrewEvent, {
    description:
      'What the crew says and does: messages in order, nothing lost and nothing twice. Ends with ACCESS_REVOKED when your work does.',
    subscribe: ({ args: { transcriptId, after }, context }: Subscribing) =>
      followCrew(context, { transcriptId, after: after ?? null, choose: crewEvent(transcriptId) }),
  })
  @Access('member')
  crewFeed(
    @Root() event: object,
    @Arg('transcriptId', () => ID, { description: 'The transcript.' }) _transcriptId: string,
    @Arg('after', () => Int, {
      nullable: true,
      description:
        'The last number that you have applied: what came after it is replayed first. Absent: only what comes now.',
    })
    _after?: number,
  ): object {
    return event;
  }
}

/** What the crew wrote to each other. */
@Resolver(() => Transcript)
export class CrewMessagesResolver {
  @FieldResolver(() => types.CrewMessageConnection, {
    description: 'What the crew wrote to each other, oldest first; nothing to whoever does not work on it.',
  })
  @ReadsAs(crewMessagesReads)
  crewMessages(@Args(() => PageBothWaysArgs) _args: PageBothWaysArgs): never {
    return declared();
  }
}
