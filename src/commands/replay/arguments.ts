import { parseArgs } from 'node:util';
import type { Text } from '../../platform/text/text.ts';

/** Who types: somebody with a password (read from standard input), somebody with a token, or a newcomer. */
export type ReplayIdentity =
  | { readonly kind: 'password'; readonly username: string }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'newcomer' };

/** What a replay was asked to do. */
export interface ReplayOptions {
  readonly file: string;
  readonly speed: number;
  readonly url: string;
  readonly identity: ReplayIdentity;
  /** An existing transcript to go on with, or `null` for a new one. */
  readonly transcriptId: string | null;
  readonly title: string | null;
  readonly visibility: 'PUBLIC' | 'PRIVATE';
  readonly isLooped: boolean;
}

/** The command line cannot be followed; the message says which argument and what it should be. */
export class UsageError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

const speedMax = 1000;
const flags = {
  file: { type: 'string' },
  speed: { type: 'string', default: '1' },
  url: { type: 'string', default: 'http://127.0.0.1:4000' },
  username: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
  token: { type: 'string' },
  transcript: { type: 'string' },
  title: { type: 'string' },
  visibility: { type: 'string', default: 'PRIVATE' },
  loop: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the command line; `null` asks for help. Throws `UsageError`. */
export function parseReplayArguments(args: readonly string[]): ReplayOptions | null {
  const values = parseFlags(args);
  if (values.help) return null;
  if (values.file === undefined || values.file === '')
    throw new UsageError({
      zh: '--file：请指定要回放的会议记录。',
      en: '--file: name the meeting to replay.',
    });
  const visibility = values.visibility.toUpperCase();
  if (visibility !== 'PUBLIC' && visibility !== 'PRIVATE') {
    throw new UsageError({
      zh: `--visibility ${values.visibility}：只能是 PUBLIC 或 PRIVATE。`,
      en: `--visibility ${values.visibility}: must be PUBLIC or PRIVATE.`,
    });
  }
  return {
    file: values.file,
    speed: parseSpeed(values.speed),
    url: parseUrl(values.url),
    identity: parseIdentity(values.username, values.token, values['password-stdin']),
    transcriptId: values.transcript ?? null,
    title: values.title ?? null,
    visibility,
    isLooped: values.loop,
  };
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError({ zh: message, en: message });
  }
}

function parseSpeed(text: string): number {
  const speed = Number(text);
  if (text.trim() !== '' && speed > 0 && speed <= speedMax) return speed;
  throw new UsageError({
    zh: `--speed ${text}：应为大于 0、不超过 ${speedMax} 的数。`,
    en: `--speed ${text}: must be a number above 0, at most ${speedMax}.`,
  });
}

function parseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.origin;
  throw new UsageError({
    zh: `--url ${text}：应为网址，例如 http://127.0.0.1:4000。`,
    en: `--url ${text}: must be an address such as http://127.0.0.1:4000.`,
  });
}

function parseIdentity(
  username: string | undefined,
  token: string | undefined,
  passwordFromStdin: boolean,
): ReplayIdentity {
  if (token !== undefined && (username !== undefined || passwordFromStdin)) {
    throw new UsageError({
      zh: '--token：不能与 --username 同时使用。',
      en: '--token: cannot be used together with --username.',
    });
  }
  if (token !== undefined) return { kind: 'token', token };
  if ((username !== undefined) !== passwordFromStdin) {
    throw new UsageError({
      zh: '--username 与 --password-stdin：须同时使用。',
      en: '--username and --password-stdin: need each other.',
    });
  }
  return username === undefined ? { kind: 'newcomer' } : { kind: 'password', username };
}
