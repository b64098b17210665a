import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { isOwner, type TranscriptRow } from '../transcripts/index.ts';
import { Access } from '../../platform/graphql/access.ts';
import { PageArgs, type Page } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { deskOf, openDeskFeed, type Desk } from './desk-feed.ts';
import { doorsOf, missesAt, viewersOf, visitsTo, waitingAt, type MissRow } from './door.queries.ts';
import type { DoorRow, ViewerRow, VisitRow } from './door.queries.ts';
import { admissions, type Admission } from './door.rules.ts';
import { changeDoor, decideViewers, revokeViewers } from './door.service.ts';
import * as types from './door.types.ts';

/** The door as those keep it who may. */
@Resolver()
export class DoorResolver {
  @Query(() => types.TranscriptDoor, {
    nullable: true,
    description: 'How the door of a transcript is kept; null unless you work on it.',
  })
  @Access('member')
  transcriptDoor(
    @Arg('transcriptId', () => ID, { description: 'The transcript.' }) transcriptId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<object | null> {
    return deskOf(ctx, transcriptId);
  }

  @Mutation(() => types.ChangeDoorResult, {
    description:
      'Changes how the door of your transcript is kept; who may not read any more is sent away at once.',
  })
  @Access('member')
  async changeDoor(
    @Arg('input', () => types.ChangeDoorInput) { transcriptId, ...change }: types.ChangeDoorInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    await changeDoor(ctx, transcriptId, change);
    return { door: await requireDesk(ctx, transcriptId) };
  }

  @Mutation(() => types.DecideViewersResult, {
    description: 'Lets in or refuses some or all of those who wait.',
  })
  @Access('member')
  async decideViewers(
    @Arg('input', () => types.DecideViewersInput) input: types.DecideViewersInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    const decided = await decideViewers(ctx, { ...input, viewerIds: input.viewerIds ?? null });
    return { decided, door: await requireDesk(ctx, input.transcriptId) };
  }

  @Mutation(() => types.RevokeViewersResult, {
    description: 'Sends away some or all who came in by the view password.',
  })
  @Access('member')
  async revokeViewers(
    @Arg('input', () => types.RevokeViewersInput) { transcriptId, viewerIds }: types.RevokeViewersInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    const revoked = await revokeViewers(ctx, transcriptId, viewerIds ?? null);
    return { revoked, door: await requireDesk(ctx, transcriptId) };
  }

  @Subscription(() => types.TranscriptDoor, {
    description:
      'The door of a transcript that you work on, told again whenever somebody comes, waits, is let in or sent away.',
    subscribe: ({ args, context }: { readonly args: DeskArgs; readonly context: RequestContext }) =>
      openDeskFeed(context, args.transcriptId),
  })
  @Access('member')
  deskFeed(
    @Root() desk: Desk,
    @Arg('transcriptId', () => ID, { description: 'The transcript.' }) _transcriptId: string,
  ): object {
    return desk;
  }
}

interface DeskArgs {
  readonly transcriptId: string;
}

async function requireDesk(ctx: RequestContext, transcriptId: string): Promise<Desk> {
  const desk = await deskOf(ctx, transcriptId);
  if (!desk) throw notFound();
  return desk;
}

const doorRow = (ctx: RequestContext, { id }: TranscriptRow): Promise<DoorRow> => batched(ctx, doorsOf, id);

/** What is told of a door. */
@Resolver(() => types.TranscriptDoor)
export class TranscriptDoorResolver {
  @FieldResolver(() => ID)
  transcriptId(@Root() { transcript }: Desk): string {
    return transcript.id;
  }

  @FieldResolver(() => admissions, { description: 'What the right view password does.' })
  async admission(@Root() { transcript }: Desk, @Ctx() ctx: RequestContext): Promise<Admission> {
    return (await doorRow(ctx, transcript)).admission;
  }

  @FieldResolver(() => Date, { nullable: true, description: 'Until when viewers are welcome; null: no end.' })
  viewersUntil(@Root() { transcript }: Desk): Date | null {
    return transcript.viewersUntil;
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: 'Origins whose pages may embed the reader; told to the owner only.',
  })
  async embedOrigins(
    @Root() { transcript }: Desk,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly string[] | null> {
    return isOwner(ctx, transcript) ? (await doorRow(ctx, transcript)).embedOrigins : null;
  }

  @FieldResolver(() => [types.Viewer], {
    description: 'Who waits to be let in, the first who came first; at most 100 are shown.',
  })
  async waiting(@Root() { transcript }: Desk, @Ctx() ctx: RequestContext): Promise<readonly ViewerRow[]> {
    return (await waitingAt(ctx, transcript)).shown;
  }

  @FieldResolver(() => Int, { description: 'How many wait in all.' })
  async waitingCount(@Root() { transcript }: Desk, @Ctx() ctx: RequestContext): Promise<number> {
    return (await waitingAt(ctx, transcript)).count;
  }

  @FieldResolver(() => types.ViewerConnection, {
    nullable: true,
    description: 'Whoever may read by the view password, the newest first; told to the owner only.',
  })
  viewers(
    @Root() { transcript }: Desk,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<ViewerRow>> | null {
    return isOwner(ctx, transcript) ? viewersOf(ctx, transcript, args) : null;
  }

  @FieldResolver(() => types.ViewerVisitConnection, {
    nullable: true,
    description: 'Who opened it in the last 30 days, the newest first; told to the owner only.',
  })
  visits(
    @Root() { transcript }: Desk,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<VisitRow>> | null {
    return isOwner(ctx, transcript) ? visitsTo(ctx, transcript.id, args) : null;
  }

  @FieldResolver(() => [types.ViewPasswordMisses], {
    nullable: true,
    description:
      'Wrong view passwords of the last 30 days, by day, the newest first; told to the owner only.',
  })
  wrongPasswords(
    @Root() { transcript }: Desk,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly MissRow[]> | null {
    return isOwner(ctx, transcript) ? missesAt(ctx, transcript.id) : null;
  }
}
