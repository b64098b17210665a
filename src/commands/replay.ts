import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import { parseMeeting } from '../features/transcripts/import/parse-meeting.rules.ts';
import type { ImportedMeeting } from '../features/transcripts/import/parse-meeting.rules.ts';
import { inLocale, localeFromHeader } from '../platform/text/text.ts';
import type { Text } from '../platform/text/text.ts';
import { parseReplayArguments, UsageError } from './replay/arguments.ts';
import type { ReplayOptions } from './replay/arguments.ts';
import { createGraphqlRequest } from './replay/graphql-client.ts';
import type { GraphqlRequest } from './replay/graphql-client.ts';
import { withRetries } from './replay/retry.ts';
import type { Retry, Sleep } from './replay/retry.ts';
import { createRoom, endLive, logIn, readerAddress, register, resumeRoom } from './replay/room.ts';
import type { LiveRoom } from './replay/room.ts';
import { createSecret } from './replay/secrets.ts';
import * as texts from './replay/texts.ts';
import { typeMeeting } from './replay/typist.ts';
import type { CommittedSegment, TypingOptions } from './replay/typist.ts';

const locale = localeFromHeader(Intl.DateTimeFormat().resolvedOptions().locale);
const say = (text: Text): void => console.log(inLocale(text, locale));
const warn = (text: Text): void => console.error(inLocale(text, locale));

/** A fault that the message explains in full. */
class ReplayFault extends Error {
  constructor(text: Text) {
    super(inLocale(text, locale));
  }
}

const sleep: Sleep = async (ms, signal) => {
  await wait(ms, undefined, { signal }).catch(() => undefined);
};

async function main(): Promise<void> {
  const options = parseReplayArguments(process.argv.slice(2));
  if (options === null) return say(texts.helpText);
  const meeting = await readMeeting(options.file);
  const request = await signIn(options);
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const { room, viewPassword } = await openRoom(request, options, meeting);
  say(texts.roomText(room, readerAddress(options.url, room), viewPassword));
  const progress = startProgress(meeting.segments.length);
  try {
    await typeUntilDone(request, room, {
      speed: options.speed,
      isLooped: options.isLooped,
      meeting,
      signal: stop.signal,
      onCommitted: progress.show,
    });
  } finally {
    await closeRoom(request, room, progress.count());
  }
}

async function readMeeting(file: string): Promise<ImportedMeeting> {
  const bytes = await readFile(file);
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ReplayFault(texts.notUtf8Text(file));
  }
  const meeting = parseMeeting(source);
  if (meeting.segments.length === 0) throw new ReplayFault(texts.emptyFileText(file));
  return meeting;
}

async function signIn({ url, identity }: ReplayOptions): Promise<GraphqlRequest> {
  const requestAs = (token: string | null) => createGraphqlRequest({ url, token, locale, fetch });
  if (identity.kind === 'token') return requestAs(identity.token);
  if (identity.kind === 'password') {
    const password = await readFirstLine();
    return requestAs(await logIn(requestAs(null), { username: identity.username, password }));
  }
  const username = `replay-${createSecret(6)}`;
  const password = createSecret(16);
  const token = await register(requestAs(null), { username, password, displayName: username });
  say(texts.newcomerText(username, password));
  return requestAs(token);
}

async function readFirstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

async function openRoom(request: GraphqlRequest, options: ReplayOptions, meeting: ImportedMeeting) {
  if (options.transcriptId !== null) {
    return { room: await resumeRoom(request, options.transcriptId), viewPassword: null };
  }
  const title = options.title ?? meeting.title ?? basename(options.file).replace(/\.\w+$/u, '');
  const viewPassword = createSecret(10);
  const room = await createRoom(request, { title, visibility: options.visibility, viewPassword });
  return { room, viewPassword };
}

interface ReplayTyping extends Omit<TypingOptions, 'transcriptId'> {
  readonly meeting: ImportedMeeting;
  readonly isLooped: boolean;
}

/** Types the meeting, with `--loop` again and again until the signal. */
async function typeUntilDone(request: GraphqlRequest, room: LiveRoom, replay: ReplayTyping): Promise<void> {
  const ctx = { request, sleep, clock: () => performance.now(), newId: () => v7() };
  const onRetry = ({ attempt, waitMs, reason }: Retry): void =>
    warn(texts.retryText(attempt, waitMs, reason));
  let isDone = false;
  while (!isDone) {
    const typing = { ...replay, transcriptId: room.id, onRetry };
    const { isStopped } = await typeMeeting(ctx, replay.meeting.segments, typing);
    isDone = isStopped || !replay.isLooped;
  }
}

function startProgress(total: number) {
  let count = 0;
  return {
    count: () => count,
    show: ({ segment }: CommittedSegment): void => {
      const place = String((count % total) + 1).padStart(String(total).length);
      count += 1;
      const [line = ''] = segment.text.trim().split('\n');
      const shown = [...line].slice(0, 48).join('');
      console.log(`[${place}/${total}] ${segment.speaker === null ? '' : `${segment.speaker}  `}${shown}`);
    },
  };
}

async function closeRoom(request: GraphqlRequest, room: LiveRoom, committedCount: number): Promise<void> {
  try {
    const bill = await withRetries(sleep, () => endLive(request, room), { attemptsMax: 6 });
    say(texts.endedText(committedCount, bill));
  } catch (failure) {
    warn(texts.notEndedText(failure instanceof Error ? failure.message : String(failure)));
    process.exitCode = 1;
  }
}

try {
  await main();
} catch (failure) {
  if (failure instanceof UsageError) {
    warn(failure.text);
    warn(texts.seeHelpText);
  } else {
    console.error(failure instanceof Error ? failure.message : failure);
  }
  process.exitCode = failure instanceof UsageError ? 2 : 1;
}
