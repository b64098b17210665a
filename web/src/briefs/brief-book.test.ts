import { describe, expect, test } from '@jest/globals';

import { NetworkError, type Request } from '../api/client.ts';
import type { JournalStore } from '../live/journal.ts';
import { codeKey, type Brief } from './brief.ts';
import { createBriefBook, type BriefBook, type KeptCopy } from './brief-book.ts';

const brief = (code: string, text: string): Brief => ({ code, text, note: '' });

interface Stored extends Brief {
  readonly revision: number;
  readonly isRemoved: boolean;
}

/** A server with one dictionary, read two entries at a time so that reading takes several pages. */
function createServer() {
  const server = {
    entries: new Map<string, Stored>(),
    revision: 0,
    completeFrom: 0,
    isOffline: false,
    asked: [] as string[],
    /** Called once, before the next page is read. */
    before: null as (() => void) | null,
    limit: Infinity,
    /** A text that it never takes. */
    bad: '',
    /** Called once, while the next save is under way. */
    during: null as (() => void) | null,
    save(put: readonly Brief[], remove: readonly string[] = []): void {
      server.revision += 1;
      const { revision } = server;
      for (const code of remove)
        server.entries.set(codeKey(code), { ...brief(code, ''), revision, isRemoved: true });
      for (const one of put) server.entries.set(codeKey(one.code), { ...one, revision, isRemoved: false });
    },
    forgetRemovals(): void {
      server.completeFrom = server.revision;
      for (const [key, { isRemoved }] of server.entries) if (isRemoved) server.entries.delete(key);
    },
    briefs: () =>
      [...server.entries.values()].filter((one) => !one.isRemoved).map(({ code, text }) => [code, text]),
  };
  const saved = (input: { put: readonly Brief[]; remove: readonly string[] }): object => {
    const act = server.during;
    server.during = null;
    act?.();
    const standing = [...server.entries.values()].filter((one) => !one.isRemoved).length;
    if (standing + input.put.length > server.limit)
      return { __typename: 'BriefDictionaryFull', message: 'full' };
    if (server.bad !== '' && input.put.some(({ text }) => text === server.bad))
      return { __typename: 'InvalidInput', message: 'bad text' };
    server.save(input.put, input.remove);
    return { __typename: 'SaveBriefsSuccess' };
  };
  const changes = ({ since, after }: { since: number; after: string | null }): object => {
    const act = server.before;
    server.before = null;
    act?.();
    const [revision, code] = after === null ? [since, '\uffff'] : (JSON.parse(after) as [number, string]);
    const all = [...server.entries]
      .map(([key, one]) => ({ key, ...one }))
      .filter((one) => one.revision > revision || (one.revision === revision && one.key > code))
      .toSorted((a, b) => a.revision - b.revision || (a.key < b.key ? -1 : 1));
    const page = all.slice(0, 2);
    const last = page.at(-1);
    return {
      revision: server.revision,
      completeFrom: server.completeFrom,
      put: page.filter((one) => !one.isRemoved).map(({ code, text, note }) => ({ code, text, note })),
      removed: page.filter((one) => one.isRemoved).map(({ code }) => code),
      cursor: all.length > 2 ? JSON.stringify([last!.revision, last!.key]) : null,
    };
  };
  const request = ((document: string, variables: never) => {
    server.asked.push(/(?:query|mutation) (\w+)/.exec(document)![1]!);
    if (server.isOffline) return Promise.reject(new NetworkError('offline'));
    if (document.includes('mutation')) {
      return Promise.resolve({ saveBriefs: saved((variables as { input: never }).input) });
    }
    return Promise.resolve({ me: { briefDictionary: { changes: changes(variables) } } });
  }) as unknown as Request;
  return Object.assign(server, { request });
}

/** What one browser keeps, from visit to visit. */
function createBrowser() {
  const [kept, unsent] = [{ copy: undefined as KeptCopy | undefined }, new Map<string, unknown>()];
  const journal: JournalStore = {
    readAll: () => Promise.resolve(new Map(unsent)),
    put: (key, value) => Promise.resolve(void unsent.set(key, value)),
    remove: (key) => Promise.resolve(void unsent.delete(key)),
  };
  const copy = {
    load: () => Promise.resolve(kept.copy),
    keep: (wanted: KeptCopy) => Promise.resolve(void (kept.copy = wanted)),
  };
  return {
    kept,
    unsent,
    visit: (request: Request) => createBriefBook({ transcriptId: null, request, copy, journal }),
  };
}

const textsOf = (book: BriefBook): Record<string, string> =>
  Object.fromEntries([...book.briefs.value].map(([key, { text }]) => [key, text]));

describe('a dictionary in the browser', () => {
  test('is read whole, in pages', async () => {
    const server = createServer();
    server.save([brief('a', '1'), brief('b', '2'), brief('c', '3'), brief('d', '4'), brief('e', '5')]);
    const book = createBrowser().visit(server.request);
    await book.sync();
    expect(textsOf(book)).toEqual({ a: '1', b: '2', c: '3', d: '4', e: '5' });
    expect(book.isReady.value).toBe(true);
  });

  test('has what was changed while it was being read', async () => {
    const server = createServer();
    server.save([brief('a', '1'), brief('b', '2'), brief('c', '3'), brief('d', '4'), brief('e', '5')]);
    const book = createBrowser().visit(server.request);
    let pages = 0;
    const before = (): void => {
      pages += 1;
      if (pages === 1) server.before = before;
      else server.save([brief('a', 'new'), brief('f', '6')], ['b', 'e']);
    };
    server.before = before;
    await book.sync();
    expect(textsOf(book)).toEqual({ a: 'new', c: '3', d: '4', f: '6' });
  });

  test('is there at the next visit before the server is asked, and only what is new is asked for', async () => {
    const [server, browser] = [createServer(), createBrowser()];
    server.save([brief('a', '1'), brief('b', '2')]);
    await browser.visit(server.request).sync();
    server.save([brief('c', '3')], ['a']);
    server.isOffline = true;
    const book = browser.visit(server.request);
    await book.opened;
    expect(textsOf(book)).toEqual({ a: '1', b: '2' });
    await book.sync();
    expect(textsOf(book)).toEqual({ a: '1', b: '2' });
    server.isOffline = false;
    await book.sync();
    expect(textsOf(book)).toEqual({ b: '2', c: '3' });
  });

  test('begins anew where the server has forgotten removals', async () => {
    const [server, browser] = [createServer(), createBrowser()];
    server.save([brief('a', '1'), brief('b', '2')]);
    await browser.visit(server.request).sync();
    server.save([], ['a']);
    server.forgetRemovals();
    const book = browser.visit(server.request);
    await book.sync();
    expect(textsOf(book)).toEqual({ b: '2' });
    expect(browser.kept.copy?.briefs.map(({ code }) => code)).toEqual(['b']);
  });

  test('hears of what another has added, once', async () => {
    const server = createServer();
    const book = createBrowser().visit(server.request);
    await book.sync();
    server.save([brief('a', '1')]);
    book.hear(1);
    await book.sync();
    expect(textsOf(book)).toEqual({ a: '1' });
    const asked = server.asked.length;
    book.hear(1);
    expect(server.asked).toHaveLength(asked);
  });
});

describe('a change', () => {
  test('counts at once, and is sent', async () => {
    const server = createServer();
    const book = createBrowser().visit(server.request);
    await book.sync();
    book.put(brief('A', '1'));
    expect(textsOf(book)).toEqual({ a: '1' });
    await book.sync();
    expect(server.briefs()).toEqual([['A', '1']]);
    expect(book.unsentCount.value).toBe(0);
    book.remove('a');
    expect(textsOf(book)).toEqual({});
    await book.sync();
    expect(server.briefs()).toEqual([]);
  });

  test('made offline is kept over a reload, used meanwhile, and sent later', async () => {
    const [server, browser] = [createServer(), createBrowser()];
    server.save([brief('a', '1'), brief('b', '2')]);
    await browser.visit(server.request).sync();
    server.isOffline = true;
    const offline = browser.visit(server.request);
    await offline.opened;
    offline.put(brief('c', '3'));
    offline.remove('a');
    await offline.sync();
    expect(offline.unsentCount.value).toBe(2);
    const again = browser.visit(server.request);
    await again.opened;
    expect(textsOf(again)).toEqual({ b: '2', c: '3' });
    server.isOffline = false;
    await again.sync();
    expect(server.briefs().toSorted()).toEqual([
      ['b', '2'],
      ['c', '3'],
    ]);
    expect(browser.unsent.size).toBe(0);
    expect(textsOf(again)).toEqual({ b: '2', c: '3' });
  });

  test('made while its predecessor is under way is not lost', async () => {
    const server = createServer();
    const book = createBrowser().visit(server.request);
    await book.sync();
    server.during = () => book.put(brief('a', 'second'));
    book.put(brief('a', 'first'));
    await book.sync();
    await book.sync();
    expect(server.briefs()).toEqual([['a', 'second']]);
    expect(textsOf(book)).toEqual({ a: 'second' });
  });

  test('that the server refuses takes none of the others with it, and is named until it is made anew', async () => {
    const [server, browser] = [createServer(), createBrowser()];
    server.isOffline = true;
    server.bad = 'never';
    const book = browser.visit(server.request);
    for (const code of ['a', 'b', 'c', 'd', 'e']) book.put(brief(code, code === 'd' ? 'never' : code));
    book.remove('f');
    await book.sync();
    server.isOffline = false;
    await book.sync();
    expect(server.briefs().map(([code]) => code)).toEqual(['a', 'b', 'c', 'e']);
    expect([book.fault.value, book.unsentCount.value, browser.unsent.size]).toEqual(['d: bad text', 0, 0]);
    book.put(brief('g', 'g'));
    await book.sync();
    expect(book.fault.value).toBe('d: bad text');
    book.put(brief('D', 'good'));
    await book.sync();
    expect(book.fault.value).toBe('');
    expect(server.briefs()).toContainEqual(['D', 'good']);
  });

  test('that the server cannot hold stays here, and the reason is told', async () => {
    const server = createServer();
    server.limit = 0;
    const book = createBrowser().visit(server.request);
    book.put(brief('a', '1'));
    await book.sync();
    expect(book.fault.value).toBe('full');
    expect(textsOf(book)).toEqual({ a: '1' });
    expect(book.unsentCount.value).toBe(1);
    server.limit = Infinity;
    await book.sync();
    expect([book.fault.value, book.unsentCount.value]).toEqual(['', 0]);
  });
});
