import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { declared, ReadsAs } from '../../platform/reading/reads.ts';
import { Member } from '../members/index.ts';
import { Transcript, TranscriptConnection, worksHere, type TranscriptRow } from '../transcripts/index.ts';
import { crewsOf } from './crew.queries.ts';
import { crewTranscriptsReads } from './crew.reading.ts';
import { inviteToCrew, leaveCrew, removeFromCrew } from './crew.service.ts';
import * as types from './crew.types.ts';

/** Who works on a transcript. */
@Resolver()
export class CrewResolver {
  @Mutation(() => types.InviteToCrewResult, {
    description:
      'Lets somebody work on your transcript. What a writer types live is paid by your card points.',
  })
  @Access('member')
  async inviteToCrew(
    @Arg('input', () => types.InviteToCrewInput) input: types.InviteToCrewInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return { transcript: await inviteToCrew(ctx, input) };
  }

  @Mutation(() => types.RemoveFromCrewSuccess, {
    description: 'Ends somebody’s work on your transcript; their feeds end at once. Twice is the same.',
  })
  @Access('member')
  async removeFromCrew(
    @Arg('input', () => types.RemoveFromCrewInput) input: types.RemoveFromCrewInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return { transcript: await removeFromCrew(ctx, input) };
  }

  @Mutation(() => types.LeaveCrewSuccess, { description: 'Ends your own work on somebody’s transcript.' })
  @Access('member')
  async leaveCrew(
    @Arg('input', () => types.LeaveCrewInput) input: types.LeaveCrewInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return { leftId: await leaveCrew(ctx, input.transcriptId) };
  }
}

/** The crew of a transcript. */
@Resolver(() => Transcript)
export class TranscriptCrewResolver {
  @FieldResolver(() => [types.CrewMember], {
    nullable: true,
    description: 'Who works on it, the owner first; told to those who do. At most 17.',
  })
  async crew(@Root() transcript: TranscriptRow, @Ctx() ctx: RequestContext): Promise<object | null> {
    if (!worksHere(ctx, transcript)) return null;
    const people = await batched(ctx, crewsOf, transcript);
    return people.map((person) => ({ ...person, isViewer: person.memberId === ctx.actor.member?.id }));
  }
}

/** The transcripts that a member was invited to work on. */
@Resolver(() => Member)
export class MemberCrewResolver {
  @FieldResolver(() => TranscriptConnection, {
    description: 'Other people’s transcripts that you work on, newest first.',
  })
  @ReadsAs(crewTranscriptsReads)
  crewTranscripts(@Args(() => PageArgs) _args: PageArgs): never {
    return declared();
  }
}
