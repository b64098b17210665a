import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { memberNames, Participant, participantOf } from '../members/index.ts';
import { findByShareCode, findReadable } from '../transcripts/index.ts';
import { readableCodeFrom } from '../../platform/auth/tokens.ts';
import { Access } from '../../platform/graphql/access.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { openDoorFeed, type DoorSeen } from './door-feed.ts';
import { atTheDoor } from './door-states.queries.ts';
import { WaitingForApproval } from './door.errors.ts';
import { DoorHint, SharedTranscript } from './door.types.ts';
import { openTranscript } from './entry.service.ts';
import { OpenTranscriptInput, OpenTranscriptResult } from './entry.types.ts';
import { viewCookie } from './view-cookie.ts';

/** The way in for invited viewers. */
@Resolver()
export class EntryResolver {
  @Query(() => SharedTranscript, {
    nullable: true,
    description: 'The door of a shared transcript; null for an unknown share code.',
  })
  @Access('anyone')
  async sharedTranscript(
    @Arg('shareCode', () => String, { description: 'The share code.' }) shareCode: string,
    @Ctx() ctx: RequestContext,
  ): Promise<object | null> {
    const found = await findByShareCode(ctx, readableCodeFrom(shareCode).slice(0, 32));
    if (!found) return null;
    const { title, status, ownerId, viewersUntil } = found;
    const readable = await findReadable(ctx, found.id);
    const state = readable ? 'INSIDE' : (await atTheDoor(ctx, found.id))?.state;
    return {
      title,
      status,
      ownerId,
      viewersUntil,
      needsPassword: readable === null,
      // Let in between the two looks: the next one finds the transcript.
      state: state === 'INSIDE' && !readable ? 'WAITING' : (state ?? 'PASSWORD'),
      transcript: readable,
    };
  }

  @Mutation(() => OpenTranscriptResult, {
    description:
      'Enters as an invited viewer, with no account. Sets a cookie, and returns the same right as a bearer token.',
  })
  @Access('anyone')
  async openTranscript(
    @Arg('input', () => OpenTranscriptInput) input: OpenTranscriptInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    const { token, isWaiting, expiresAt, transcript, grant } = await openTranscript(ctx, input);
    ctx.cookieChanges.push({
      name: viewCookie(transcript.shareCode, ctx.config),
      value: token,
      expires: expiresAt,
    });
    if (isWaiting) throw new WaitingForApproval(token);
    // From here on this very request may read what it has just opened.
    Object.assign(ctx, { actor: { ...ctx.actor, grants: [...ctx.actor.grants, grant] } });
    return { token, transcript };
  }

  @Subscription(() => DoorHint, {
    description:
      'How you stand at the door of a shared transcript, told again whenever it changes: that it begins, that you are let in or refused, that the time is over. Nothing of the transcript itself.',
    subscribe: ({ args, context }: { readonly args: DoorArgs; readonly context: RequestContext }) =>
      openDoorFeed(context, args.shareCode),
  })
  @Access('anyone')
  doorFeed(
    @Root() seen: DoorSeen,
    @Arg('shareCode', () => String, { description: 'The share code.' }) _shareCode: string,
  ): object {
    return seen;
  }
}

interface DoorArgs {
  readonly shareCode: string;
}

/** The door of a shared transcript. */
@Resolver(() => SharedTranscript)
export class SharedTranscriptResolver {
  @FieldResolver(() => Participant, { description: 'Whose it is.' })
  async owner(
    @Root() { ownerId }: { readonly ownerId: string },
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return participantOf((await batched(ctx, memberNames, ownerId)) ?? '', 'OWNER');
  }
}
