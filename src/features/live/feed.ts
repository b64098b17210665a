import {
  lastSeqOf,
  logPageSize,
  readLog,
  requireReadable,
  findReadable,
  type LogEvent,
} from '../transcripts/index.ts';
import type { Context } from '../../platform/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { minuteMs } from '../../platform/time/clock.ts';
import { checkInteger } from '../../platform/text/text.rules.ts';
import { FeedQueue } from './feed-queue.ts';
import type { Draft } from './live.events.ts';

/** What a feed yields: numbered events without a gap or a repetition, and between them the newest draft. */
export type FeedItem = { readonly event: LogEvent } | { readonly draft: Draft };

export interface FeedRequest {
  readonly transcriptId: string;
  /** The last number that the client has applied; null: begin with what comes now. */
  readonly after: number | null;
}

/** Messages can be lost and grants run out: the right to read is looked at again at least this often. */
const accessCheckMs = minuteMs;

/**
 * Everything that happens in a transcript, from a number on. Listening starts before the log is read, so nothing
 * falls between the two; a live event whose number is not the next sends the feed back to the log first.
 * Throws NOT_FOUND when the transcript is not there or not the actor's to read, and ACCESS_REVOKED when that ends.
 */
export async function openFeed(ctx: Context, request: FeedRequest): Promise<AsyncIterableIterator<FeedItem>> {
  const { id } = await requireReadable(ctx, request.transcriptId);
  const queue = new FeedQueue(ctx.config.limits.eventsWaitingPerReader);
  const stop = listen(ctx, id, queue);
  // What was revoked between the look above and the listening.
  queue.askForAccessCheck();
  try {
    const last = await lastSeqOf(ctx, id);
    const from =
      request.after === null
        ? last
        : checkInteger('after', request.after, { name: afterName, min: 0, max: last });
    return closable(items(ctx, { transcriptId: id, from, queue }), () => {
      stop();
      queue.close();
    });
  } catch (error) {
    stop();
    throw error;
  }
}

const afterName = { zh: '起始编号 after', en: 'The number in after' };

function listen(ctx: Context, transcriptId: string, queue: FeedQueue): () => void {
  const check = (): void => queue.askForAccessCheck();
  const stops = [
    ctx.bus.listen({ name: 'transcriptLog', id: transcriptId }, (event) => queue.addEvent(event)),
    ctx.bus.listen({ name: 'transcriptDraft', id: transcriptId }, (draft) => queue.setDraft(draft)),
    ctx.bus.listen({ name: 'transcriptAccess', id: transcriptId }, check),
  ];
  const timer = setInterval(check, accessCheckMs);
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

interface Reading {
  readonly transcriptId: string;
  readonly from: number;
  readonly queue: FeedQueue;
}

async function* items(ctx: Context, { transcriptId, from, queue }: Reading): AsyncGenerator<FeedItem> {
  let applied = from;
  // Before each thing that is told: a slow reader may stand long before the next.
  const mayGoOn = async (): Promise<void> => {
    if (queue.takeAccessCheck()) await checkAccess(ctx, transcriptId);
  };
  const catchUp = async function* (): AsyncGenerator<FeedItem> {
    for (;;) {
      const page = await readLog(ctx, transcriptId, applied);
      for (const event of page) {
        await mayGoOn();
        applied = event.seq;
        yield { event };
      }
      if (page.length < logPageSize) return;
    }
  };
  yield* catchUp();
  for (let news = await queue.next(); news; news = await queue.next()) {
    await mayGoOn();
    for (const event of news.events) {
      if (event.seq > applied + 1) yield* catchUp();
      if (event.seq !== applied + 1) continue;
      await mayGoOn();
      applied = event.seq;
      yield { event };
    }
    if (news.hasOverflowed) yield* catchUp();
    await mayGoOn();
    if (news.draft) yield { draft: news.draft };
  }
}

async function checkAccess(ctx: Context, transcriptId: string): Promise<void> {
  if (await findReadable(ctx, transcriptId)) return;
  throw new AppError('ACCESS_REVOKED', {
    zh: '你已不能查看这份速录：主持人更改了查看密码或公开状态，或已将其删除。',
    en: 'You can no longer read this transcript: its owner changed the password or visibility, or deleted it.',
  });
}

/** A generator that waits cannot be told to return; closing what it waits for ends it. */
function closable<T>(generator: AsyncGenerator<T>, close: () => void): AsyncIterableIterator<T> {
  const ended = async (step: Promise<IteratorResult<T>>): Promise<IteratorResult<T>> => {
    try {
      const result = await step;
      if (result.done) close();
      return result;
    } catch (error) {
      close();
      throw error;
    }
  };
  return {
    next: () => ended(generator.next()),
    return: () => {
      close();
      return generator.return(undefined);
    },
    throw: (error) => {
      close();
      return generator.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The items of a feed that `pick` turns into something; the others are passed over. */
export function picked<T>(
  feed: AsyncIterableIterator<FeedItem>,
  pick: (item: FeedItem) => T | null,
): AsyncIterableIterator<T> {
  return {
    async next() {
      for (;;) {
        const step = await feed.next();
        if (step.done) return { done: true, value: undefined };
        const picked = pick(step.value);
        if (picked !== null) return { done: false, value: picked };
      }
    },
    async return() {
      await feed.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
