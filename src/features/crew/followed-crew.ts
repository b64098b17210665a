import type { Context } from '../../platform/context.ts';
import { AppError, notFound } from '../../platform/errors/app-error.ts';
import type { Choose, Follower } from '../../platform/fan-out/follower.ts';
import type { FollowedLog } from '../../platform/fan-out/followed-log.ts';
import { checkInteger, isId } from '../../platform/text/text.rules.ts';
import type { CrewMessageRow } from './crew-message.rules.ts';
import { newestSeqs } from '../transcripts/index.ts';
import { crewStandingsFor, readCrewLog } from './crew-messages.queries.ts';
import type { CrewPassing } from './crew.events.ts';

/** The crew's own log, which no reader can ask for: its messages, and between them who is here and what changed. */
const followedCrew: FollowedLog<CrewMessageRow, CrewPassing> = {
  listen({ bus }, id, ear) {
    const stops = [
      bus.listen({ name: 'crewLog', id }, (message) => ear.event(message)),
      bus.listen({ name: 'crewPassing', id }, (passing) => ear.passing(passing)),
      bus.listen({ name: 'transcriptAccess', id }, () => ear.accessChanged()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  },
  read: readCrewLog,
  newest: (ctx, ids) => newestSeqs(ctx, 'crew', ids),
  standingsFor: crewStandingsFor,
  refused: notFound,
  revoked: (_ctx, readers) => Promise.resolve(readers.map(() => new AppError('ACCESS_REVOKED', revokedText))),
  keyOf: (passing) => (passing.kind === 'PRESENT' ? passing.memberId : passing.kind),
};

const revokedText = {
  zh: '你已不在这份速录的协作名单里：主人移出了你，或已将速录删除。',
  en: 'You no longer work on this transcript: its owner removed you, or deleted it.',
};
const afterText = { zh: '起始编号 after', en: 'The number in after' };

/** What the crew's feed is made of: a numbered message, or something passing. */
export type ToldOfCrew = Parameters<Choose<CrewMessageRow, CrewPassing>>[0];

export interface CrewFeedRequest {
  readonly transcriptId: string;
  /** The last number that the client has applied; null: begin with what comes now. */
  readonly after: number | null;
  readonly choose: Choose<CrewMessageRow, CrewPassing>;
}

/**
 * What the crew says and does, from a number on, without a gap or a repetition. Throws NOT_FOUND for whoever does not
 * work on the transcript, BAD_INPUT for a number that lies in the future, and ACCESS_REVOKED when their work ends.
 */
export async function followCrew(
  ctx: Context,
  { transcriptId, after, choose }: CrewFeedRequest,
): Promise<Follower<CrewMessageRow, CrewPassing>> {
  if (!isId(transcriptId)) throw notFound();
  return ctx.rooms.follow(ctx, followedCrew, {
    id: transcriptId.toLowerCase(),
    choose,
    after: (newest) =>
      after === null ? newest : checkInteger('after', after, { name: afterText, min: 0, max: newest }),
  });
}
