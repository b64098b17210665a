import type { Context } from '../../platform/context.ts';
import { AppError, notFound } from '../../platform/errors/app-error.ts';
import { secondMs } from '../../platform/time/clock.ts';
import { findReadable, worksHere, type TranscriptRow } from '../transcripts/index.ts';
import { hostSaysEveryMs } from './door-feed.ts';
import { StateFeed } from './state-feed.ts';

/** A transcript, for what is told of its door. */
export interface Desk {
  readonly transcript: TranscriptRow;
}

/** The transcript for whoever may let people in; null for everybody else. */
export async function deskOf(ctx: Context, transcriptId: string): Promise<Desk | null> {
  const transcript = await findReadable(ctx, transcriptId);
  return transcript && worksHere(ctx, transcript) ? { transcript } : null;
}

/** Those at the door ask whether anybody is there; they are answered together. */
const answerEveryMs = secondMs;

/**
 * Who waits and who came in, for the owner and the crew, told again whenever it changes; and to those who wait, that
 * somebody is there. Throws NOT_FOUND, and ACCESS_REVOKED once they may not let in any more.
 */
export async function openDeskFeed(ctx: Context, transcriptId: string): Promise<StateFeed<Desk>> {
  const desk = await deskOf(ctx, transcriptId);
  if (!desk) throw notFound();
  const { id } = desk.transcript;
  return new StateFeed<Desk>({
    clock: ctx.clock,
    look: async () => {
      ctx.reads.noteWrite(ctx.actor);
      const now = await deskOf(ctx, id);
      if (!now) throw new AppError('ACCESS_REVOKED', revokedText);
      return now;
    },
    listen: (wake) => listenAtTheDesk(ctx, id, wake),
  });
}

function listenAtTheDesk(ctx: Context, id: string, wake: () => void): readonly (() => void)[] {
  const topic = { name: 'transcriptDoor', id } as const;
  const said = { atMs: 0 };
  const say = (): void => {
    const now = ctx.clock.now().getTime();
    if (now - said.atMs < answerEveryMs) return;
    said.atMs = now;
    ctx.bus.publish(topic, { kind: 'HOST_IS_HERE' });
  };
  const saying = setInterval(say, hostSaysEveryMs).unref();
  say();
  return [
    () => clearInterval(saying),
    ctx.bus.listen(topic, ({ kind }) => {
      if (kind === 'CHANGED') wake();
      if (kind === 'IS_ANYBODY_HERE') say();
    }),
    ctx.bus.listen({ name: 'transcriptAccess', id }, wake),
    ctx.bus.onDoubt((doubted) => {
      if (doubted === null || doubted.id === id) wake();
    }),
  ];
}

const revokedText = {
  zh: '你已不能再放行这份速录的观众。',
  en: 'You can no longer let viewers into this transcript.',
};
