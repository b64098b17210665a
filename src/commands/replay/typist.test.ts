import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ImportedSegment } from '../../features/transcripts/import/parse-meeting.rules.ts';
import { draftIntervalMs } from './draft-line.ts';
import { RequestRefused, TransientFailure } from './graphql-client.ts';
import type { GraphqlRequest } from './graphql-client.ts';
import { typeMeeting } from './typist.ts';
import type { TypingOptions } from './typist.ts';

type Cut = 'none' | 'request lost' | 'answer lost';

interface Draft {
  readonly text: string;
  readonly speaker: string | null;
  readonly at: number;
  readonly committedBefore: number;
}

interface Appended {
  readonly id: string;
  readonly text: string;
  readonly speaker: string | null;
  readonly startedMs: number | null;
  readonly endedMs: number | null;
}

/** The wire to a room that keeps what arrives, by id; its clock moves only when somebody sleeps. */
function createWire(cuts: readonly Cut[] = []) {
  const drafts: Draft[] = [];
  const room = new Map<string, Appended & { readonly at: number }>();
  const sentIds: string[] = [];
  const remaining = [...cuts];
  let now = 0;
  let made = 0;

  const append = (input: Appended) => {
    sentIds.push(input.id);
    const cut = remaining.shift() ?? 'none';
    if (cut === 'request lost') throw new TransientFailure('connect ECONNREFUSED');
    if (!room.has(input.id)) room.set(input.id, { ...input, at: now });
    if (cut === 'answer lost') throw new TransientFailure('socket hang up');
    const segment = { ...input, seq: [...room.keys()].indexOf(input.id) + 1 };
    return { appendSegment: { __typename: 'AppendSegmentSuccess', segment } };
  };
  const request = (async (document: string, { input }: { input: Appended }) => {
    if (document.includes('appendSegment')) return append(input);
    drafts.push({ text: input.text, speaker: input.speaker, at: now, committedBefore: room.size });
    return { showDraft: { __typename: 'ShowDraftSuccess' } };
  }) as unknown as GraphqlRequest;
  const sleep = async (ms: number): Promise<void> => {
    now += ms;
  };
  const ctx = { request, sleep, clock: () => now, newId: () => `id-${String((made += 1))}` };
  return { ctx, drafts, room, sentIds, elapsedMs: () => now };
}

const options: TypingOptions = { transcriptId: 't', speed: 1 };

function segment(text: string, more: Partial<ImportedSegment> = {}): ImportedSegment {
  return { speaker: null, text, startedMs: null, endedMs: null, ...more };
}

const meeting = [
  segment('# 周会'),
  segment('大家好，我们开始吧。', { speaker: '林主任' }),
  segment(' Thank you, and good morning.  ', { speaker: 'Ann' }),
  segment('👩‍👩‍👧 好。', { speaker: 'Ann' }),
];

describe('what arrives', () => {
  test('is every segment, in order, with its speaker and its times', async () => {
    const timed = [
      segment('One.', { speaker: 'Ann', startedMs: 0, endedMs: 900 }),
      segment('Two.', { startedMs: 1000 }),
    ];
    const { ctx, room } = createWire();
    expect(await typeMeeting(ctx, [...meeting, ...timed], options)).toEqual({
      committedCount: 6,
      isStopped: false,
    });
    expect(
      [...room.values()].map(({ speaker, text, startedMs, endedMs }) => ({
        speaker,
        text,
        startedMs,
        endedMs,
      })),
    ).toEqual([...meeting, ...timed]);
  });

  test('comes once, in order and unaltered, however often the wire is cut', async () => {
    const cut = fc.constantFrom<Cut>('none', 'request lost', 'answer lost');
    const said = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).map((text) => segment(text));
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { maxLength: 8 }),
        fc.array(cut, { maxLength: 30 }),
        async (said, cuts) => {
          const { ctx, room } = createWire(cuts);
          await typeMeeting(ctx, said, options);
          expect([...room.values()].map(({ text }) => text)).toEqual(said.map(({ text }) => text));
        },
      ),
    );
  });

  test('goes under the same id on every attempt, and under a new one for the next segment', async () => {
    const { ctx, sentIds } = createWire(['request lost', 'answer lost', 'none', 'answer lost']);
    await typeMeeting(ctx, [segment('One.'), segment('Two.')], options);
    expect(sentIds).toEqual(['id-1', 'id-1', 'id-1', 'id-2', 'id-2']);
  });
});

describe('when the server does not play along', () => {
  test('the waits between attempts grow and are told', async () => {
    const waits: number[] = [];
    const { ctx } = createWire(Array.from({ length: 8 }, () => 'request lost' as const));
    await typeMeeting(ctx, [segment('One.')], { ...options, onRetry: ({ waitMs }) => waits.push(waitMs) });
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  test('a refusal ends the typing at once, in the server’s words', async () => {
    const { ctx, sentIds } = createWire();
    const request: GraphqlRequest = async (document, variables) => {
      const answer = await ctx.request<Record<string, unknown>>(document, variables);
      if (!('appendSegment' in answer)) return answer as never;
      return { appendSegment: { __typename: 'NotLive', message: 'The session has ended.' } } as never;
    };
    await expect(typeMeeting({ ...ctx, request }, meeting, options)).rejects.toThrow(
      new RequestRefused('The session has ended.'),
    );
    expect(sentIds).toHaveLength(1);
  });

  test('a text that comes back altered is an error and not a success', async () => {
    const { ctx } = createWire();
    const request: GraphqlRequest = async (document, variables) => {
      const answer = JSON.stringify(await ctx.request(document, variables));
      return JSON.parse(answer.replaceAll('Two. ', 'Two.')) as never;
    };
    await expect(typeMeeting({ ...ctx, request }, [segment('Two. ')], options)).rejects.toThrow(
      'came back altered',
    );
  });

  test('drafts that get lost hold nothing up', async () => {
    const { ctx, room } = createWire();
    const request: GraphqlRequest = async (document, variables) => {
      if (document.includes('showDraft')) throw new TransientFailure('gone');
      return ctx.request(document, variables);
    };
    await typeMeeting({ ...ctx, request }, meeting, options);
    expect(room.size).toBe(meeting.length);
  });
});

describe('the draft', () => {
  test('grows by a few characters at a time into the whole line, under its speaker', async () => {
    const { ctx, drafts } = createWire();
    await typeMeeting(ctx, [segment('大家好，我们开始今天的会议。', { speaker: '林主任' })], options);
    expect(drafts.length).toBeGreaterThan(4);
    for (const [index, { text, speaker }] of drafts.entries()) {
      const before = drafts[index - 1]?.text ?? '';
      expect(speaker).toBe('林主任');
      expect(text.startsWith(before)).toBe(true);
      expect([...text.slice(before.length)].length).toBeLessThanOrEqual(4);
    }
    expect(drafts.at(-1)?.text).toBe('大家好，我们开始今天的会议。');
  });

  test('is shown at most ten times a second, at any speed', async () => {
    const { ctx, drafts } = createWire();
    const long = segment('The quick brown fox jumps over the lazy dog. '.repeat(40));
    await typeMeeting(ctx, [long, long], { ...options, speed: 50 });
    const gaps = drafts.slice(1).map(({ at }, index) => at - (drafts[index]?.at ?? 0));
    expect(gaps.length).toBeGreaterThan(50);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(draftIntervalMs);
  });

  test('never arrives behind the segment that it became', async () => {
    const { ctx, drafts } = createWire();
    const arrivals: Promise<unknown>[] = [];
    const request = ((document: string, variables: Readonly<Record<string, unknown>>) => {
      if (!document.includes('showDraft')) return ctx.request(document, variables);
      // A slow draft: it arrives only once everything else that could run has run.
      const arrival = new Promise<void>((resolve) => void setImmediate(resolve)).then(() =>
        ctx.request(document, variables),
      );
      arrivals.push(arrival);
      return arrival;
    }) as GraphqlRequest;
    await typeMeeting({ ...ctx, request }, [segment('One two.'), segment('Three four.')], options);
    await Promise.all(arrivals);
    expect(drafts).not.toHaveLength(0);
    for (const { text, committedBefore } of drafts) {
      expect(committedBefore).toBe('One two.'.startsWith(text) ? 0 : 1);
    }
  });
});

describe('the pace', () => {
  test('follows the file’s times, divided by the speed', async () => {
    const { ctx, room } = createWire();
    const said = [9, 12, 40, 41].map((second) => segment('Right.', { startedMs: second * 1000 }));
    await typeMeeting(ctx, said, { ...options, speed: 2 });
    const at = [...room.values()].map((appended) => appended.at);
    const [first = 0] = at;
    expect(at.map((time) => Math.round((time - first) / 500) / 2)).toEqual([0, 1.5, 15.5, 16]);
  });

  test('is 300 Chinese characters or 70 English words a minute where the file has no times', async () => {
    const chinese = createWire();
    await typeMeeting(chinese.ctx, [segment('今天天气很好'.repeat(50))], options);
    expect(Math.round(chinese.elapsedMs() / 1000)).toBe(60);
    const english = createWire();
    await typeMeeting(english.ctx, [segment('word '.repeat(70))], options);
    expect(Math.round(english.elapsedMs() / 1000)).toBe(60);
  });
});

describe('stopping', () => {
  test('leaves the line being typed uncommitted and says how far it came', async () => {
    const { ctx, room } = createWire();
    const stop = new AbortController();
    const onCommitted = (): void => {
      if (room.size === 2) stop.abort();
    };
    const outcome = await typeMeeting(ctx, meeting, { ...options, signal: stop.signal, onCommitted });
    expect(outcome).toEqual({ committedCount: 2, isStopped: true });
    expect(room.size).toBe(2);
  });

  test('ends the attempts to reach a server that is gone', async () => {
    const { ctx, sentIds } = createWire(Array.from({ length: 50 }, () => 'request lost' as const));
    const stop = new AbortController();
    const onRetry = ({ attempt }: { attempt: number }): void => {
      if (attempt === 3) stop.abort();
    };
    const outcome = await typeMeeting(ctx, meeting, { ...options, signal: stop.signal, onRetry });
    expect(outcome).toEqual({ committedCount: 0, isStopped: true });
    expect(sentIds).toHaveLength(3);
  });
});
