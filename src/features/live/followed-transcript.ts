import { newestSeqs, readLog, standingsFor, type LogEvent } from '../transcripts/index.ts';
import { noteVisit, whyBarred, type Barred } from '../viewers/index.ts';
import type { Context } from '../../platform/context.ts';
import { AppError, notFound } from '../../platform/errors/app-error.ts';
import type { Choose, Follower } from '../../platform/fan-out/follower.ts';
import type { FollowedLog } from '../../platform/fan-out/followed-log.ts';
import type { Text } from '../../platform/text/text.ts';
import { checkInteger, isId } from '../../platform/text/text.rules.ts';
import { AudienceCount } from './audience-count.ts';
import type { Passing } from './live.events.ts';

/** A transcript's log as readers follow it; between its events goes what is being typed. */
const followedTranscript: FollowedLog<LogEvent, Passing> = {
  listen({ bus }, id, ear) {
    const stops = [
      bus.listen({ name: 'transcriptLog', id }, (event) => ear.event(event)),
      bus.listen({ name: 'transcriptDraft', id }, (draft) => ear.passing(draft)),
      bus.listen({ name: 'transcriptAccess', id }, () => ear.accessChanged()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  },
  read: readLog,
  newest: (ctx, ids) => newestSeqs(ctx, 'events', ids),
  standingsFor,
  refused: notFound,
  revoked: async (ctx, readers) =>
    (await whyBarred(ctx, readers)).map(
      (reason) => new AppError('ACCESS_REVOKED', revokedTexts[reason], { detail: { reason } }),
    ),
  keyOf: (passing) => ('count' in passing ? 'audience' : passing.writerKey),
  attend: (ctx, id, ear) => new AudienceCount(ctx, id, (count) => ear.passing({ count })),
};

const revokedTexts: Readonly<Record<Barred, Text>> = {
  PASSWORD_CHANGED: {
    zh: '主持人更改了查看密码，请向主持人索取新密码后重新进入。',
    en: 'The host changed the view password. Ask for the new one to come in again.',
  },
  REVOKED: {
    zh: '主持人结束了你的查看。',
    en: 'The host has ended your viewing.',
  },
  REFUSED: { zh: '主持人没有让你进入。', en: 'The host did not let you in.' },
  DELETED: {
    zh: '主持人已将这份速录删除。',
    en: 'The host has deleted this transcript.',
  },
  VIEWING_ENDED: {
    zh: '这份速录的查看期限已过。',
    en: 'The time for viewing this transcript is over.',
  },
  GRANT_RAN_OUT: {
    zh: '你进入的时间已满，请重新输入查看密码。',
    en: 'You came in long ago; please enter the view password again.',
  },
  NOT_PUBLIC: {
    zh: '这份速录不再公开，你已不能查看。',
    en: 'This transcript is no longer public, so you can no longer read it.',
  },
};
const afterText = { zh: '起始编号 after', en: 'The number in after' };

/** What a feed is made of: a numbered event, or something passing. */
export type ToldOfTranscript = Parameters<Choose<LogEvent, Passing>>[0];

export interface FeedRequest {
  readonly transcriptId: string;
  /** The last number that the client has applied; null: begin with what comes now. */
  readonly after: number | null;
  readonly choose: Choose<LogEvent, Passing>;
}

/**
 * Everything that happens in a transcript, from a number on, without a gap or a repetition. Throws NOT_FOUND when the
 * transcript is not there or not the actor's to read, BAD_INPUT for a number that lies in the future, and
 * ACCESS_REVOKED when the right to read ends.
 */
export async function followTranscript(
  ctx: Context,
  { transcriptId, after, choose }: FeedRequest,
): Promise<Follower<LogEvent, Passing>> {
  if (!isId(transcriptId)) throw notFound();
  const follower = await ctx.rooms.follow(ctx, followedTranscript, {
    // One spelling: rooms and topics go by the text.
    id: transcriptId.toLowerCase(),
    choose,
    after: (newest) =>
      after === null ? newest : checkInteger('after', after, { name: afterText, min: 0, max: newest }),
  });
  noteVisit(ctx, transcriptId);
  return follower;
}
