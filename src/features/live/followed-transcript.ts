import { newestSeqs, newestSeqsFor, readLog, type LogEvent } from '../transcripts/index.ts';
import type { Context } from '../../platform/context.ts';
import { AppError, notFound } from '../../platform/errors/app-error.ts';
import type { Choose, Follower } from '../../platform/fan-out/follower.ts';
import type { FollowedLog } from '../../platform/fan-out/followed-log.ts';
import { checkInteger, isId } from '../../platform/text/text.rules.ts';
import type { Draft } from './live.events.ts';

/** A transcript's log as readers follow it; between its events goes the line being typed. */
const followedTranscript: FollowedLog<LogEvent, Draft> = {
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
  newest: newestSeqs,
  newestFor: newestSeqsFor,
  refused: notFound,
  revoked: () => new AppError('ACCESS_REVOKED', revokedText),
  keyOf: ({ writerId }) => writerId,
};

const revokedText = {
  zh: '你已不能查看这份速录：主持人更改了查看密码或公开状态，或已将其删除。',
  en: 'You can no longer read this transcript: its owner changed the password or visibility, or deleted it.',
};
const afterText = { zh: '起始编号 after', en: 'The number in after' };

/** What a feed is made of: a numbered event, or the line being typed. */
export type ToldOfTranscript = Parameters<Choose<LogEvent, Draft>>[0];

export interface FeedRequest {
  readonly transcriptId: string;
  /** The last number that the client has applied; null: begin with what comes now. */
  readonly after: number | null;
  readonly choose: Choose<LogEvent, Draft>;
}

/**
 * Everything that happens in a transcript, from a number on, without a gap or a repetition. Throws NOT_FOUND when the
 * transcript is not there or not the actor's to read, BAD_INPUT for a number that lies in the future, and
 * ACCESS_REVOKED when the right to read ends.
 */
export async function followTranscript(
  ctx: Context,
  { transcriptId, after, choose }: FeedRequest,
): Promise<Follower<LogEvent, Draft>> {
  if (!isId(transcriptId)) throw notFound();
  return ctx.rooms.follow(ctx, followedTranscript, {
    // One spelling: rooms and topics go by the text.
    id: transcriptId.toLowerCase(),
    choose,
    after: (newest) =>
      after === null ? newest : checkInteger('after', after, { name: afterText, min: 0, max: newest }),
  });
}
