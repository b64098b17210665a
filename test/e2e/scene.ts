import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { SignedInClient } from '../support/world.ts';
import { launchBrowser } from './browser.ts';
import { patience } from './until.ts';

export type Language = 'zh-CN' | 'en';

/** Both languages of the product, for tests that are played in each. */
export const languages: readonly Language[] = ['zh-CN', 'en'];

export interface PersonOptions {
  /** Where the server is for this person. */
  readonly url: string;
  readonly language?: Language;
  readonly width?: number;
  readonly height?: number;
  /** Already signed in as this member. */
  readonly as?: SignedInClient;
  /** For the names of pictures. */
  readonly name?: string;
}

/** One person at a browser of their own: nothing is shared with anybody else's. */
export interface Person {
  readonly name: string;
  readonly url: string;
  readonly language: Language;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Uncaught exceptions and violations of the content policy: there may be none. */
  readonly faults: readonly string[];
  /** Documents that were loaded: one for as long as nothing was refreshed. */
  loads(): number;
  goto(path: string): Promise<void>;
  /** Types a text as an input method does: composed first, then put in its place. */
  compose(syllables: readonly string[], text: string): Promise<void>;
  /** Keeps a picture of what the person sees in coverage/screenshots. */
  picture(name: string): Promise<void>;
}

export interface Stage {
  enter(options: PersonOptions): Promise<Person>;
}

const screenshotFolder = path.resolve('coverage/screenshots');

/** Describes what happens in real browsers, one test at a time; one Chromium serves the whole file. */
export interface Theatre {
  /** A test in the browser: when it fails, a picture of every open page is kept. */
  scene(title: string, play: (stage: Stage) => Promise<void>, timeoutMs?: number): void;
}

/** Opens the browser for one test file; it closes with the file. */
export function openTheatre(): Theatre {
  const house: { browser?: Browser } = {};
  beforeAll(async () => {
    house.browser = await launchBrowser();
  }, 60_000 * patience);
  afterAll(() => house.browser?.close());
  return {
    scene: (title, play, timeoutMs = 60_000) => {
      test(title, () => perform({ title, play, browser: house.browser! }), timeoutMs * patience);
    },
  };
}

interface Performance {
  readonly title: string;
  readonly browser: Browser;
  readonly play: (stage: Stage) => Promise<void>;
}

async function perform({ title, play, browser }: Performance): Promise<void> {
  const cast: Person[] = [];
  const stage: Stage = {
    enter: async (options) => {
      const person = await newPerson(browser, options);
      cast.push(person);
      return person;
    },
  };
  try {
    await play(stage);
    expect(cast.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))).toEqual([]);
  } catch (error) {
    await Promise.all(cast.map((person) => person.picture(`FAILED ${title}`).catch(() => undefined)));
    throw error;
  } finally {
    await Promise.all(cast.map(({ context }) => context.close()));
  }
}

async function newPerson(browser: Browser, options: PersonOptions): Promise<Person> {
  const { url, language = 'en', width = 1280, height = 800, as, name = 'somebody' } = options;
  const context = await browser.newContext({
    locale: language,
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(15_000 * patience);
  if (as) await context.addCookies([...as.cookies].map(([key, value]) => ({ name: key, value, url })));
  const page = await context.newPage();
  const faults: string[] = [];
  const counts = { loads: 0 };
  page.on('pageerror', (error) => faults.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  page.on('domcontentloaded', () => (counts.loads += 1));
  return {
    ...{ name, url, language, page, context, faults },
    loads: () => counts.loads,
    goto: async (to) => void (await page.goto(`${url}${to}`)),
    compose: async (syllables, text) => compose(await context.newCDPSession(page), syllables, text),
    picture: (title) => picture(page, `${name} ${language} ${title}`),
  };
}

async function compose(devtools: CDPSession, syllables: readonly string[], text: string): Promise<void> {
  for (const composed of syllables) {
    const at = composed.length;
    await devtools.send('Input.imeSetComposition', { text: composed, selectionStart: at, selectionEnd: at });
  }
  await devtools.send('Input.insertText', { text });
  await devtools.detach();
}

async function picture(page: Page, title: string): Promise<void> {
  mkdirSync(screenshotFolder, { recursive: true });
  const file = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120);
  await page.screenshot({ path: path.join(screenshotFolder, `${file}.png`), animations: 'disabled' });
}
