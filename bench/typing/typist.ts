import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';

const lines = [
  '我们接着讨论第二个议题，请各位先看一下手里的材料。',
  'Nobody objected, so the chair moved on to the next point of the agenda.',
  '预算一共是三千四百万，其中一半用于道路和排水。',
] as const;

/** Hands at the keys of one page. Keys go out when they are due, whether or not the page has dealt with the last one. */
export interface Typist {
  /** So many characters a minute, for so long, Enter after each sentence. Returns how many keys that were. */
  readonly atPace: (options: { readonly perMinute: number; readonly seconds: number }) => Promise<number>;
  /** A stroke of a steno machine or of an input method: so many characters in one edit, then Enter. */
  readonly stroke: (characters: number) => Promise<number>;
  /** As steno software types them out: so many keys at once, then a storm of backspaces, then Enter. */
  readonly storm: (characters: number, backspaces: number) => Promise<number>;
}

export function createTypist(devtools: CDPSession): Typist {
  const place = { line: 0, at: 0 };
  const nextCharacter = (): string | null => {
    const line = [...(lines[place.line % lines.length] ?? '')];
    const character = line[place.at];
    place.at += 1;
    if (character !== undefined) return character;
    Object.assign(place, { line: place.line + 1, at: 0 });
    return null;
  };
  const press = (character: string | null): Promise<void> =>
    character === null ? pressKey(devtools, enter) : pressKey(devtools, { key: character, text: character });
  return {
    atPace: async ({ perMinute, seconds }) => {
      const begunMs = performance.now();
      const sent: Promise<void>[] = [];
      while (performance.now() - begunMs < seconds * 1_000) {
        sent.push(press(nextCharacter()));
        await pause(Math.max(0, begunMs + (sent.length * 60_000) / perMinute - performance.now()));
      }
      await Promise.all(sent);
      return sent.length;
    },
    stroke: async (characters) => {
      await devtools.send('Input.insertText', { text: '速录'.repeat(characters / 2) });
      await pressKey(devtools, enter);
      return 2;
    },
    storm: async (characters, backspaces) => {
      const typed = Array.from({ length: characters }, (_, i) => ({ key: `${i % 10}`, text: `${i % 10}` }));
      const keys = [...typed, ...Array.from({ length: backspaces }, () => backspace), enter];
      await Promise.all(keys.map((key) => pressKey(devtools, key)));
      return keys.length;
    },
  };
}

interface KeyStroke {
  readonly key: string;
  readonly text?: string;
  readonly code?: string;
  readonly windowsVirtualKeyCode?: number;
}

const enter: KeyStroke = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
const backspace: KeyStroke = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 };

async function pressKey(devtools: CDPSession, { text, ...key }: KeyStroke): Promise<void> {
  const down = text === undefined ? ({ type: 'rawKeyDown' } as const) : ({ type: 'keyDown', text } as const);
  const pressed = devtools.send('Input.dispatchKeyEvent', { ...down, ...key });
  const released = devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await Promise.all([pressed, released]);
}
