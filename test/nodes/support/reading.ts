import { expect } from '@jest/globals';
import { Client, type Live } from '../../support/client.ts';
import { enter, feedDocument, seqsOf, type FeedData, type Room } from '../../support/rooms.ts';

/** A guest of the room at this node, and what they read from its beginning on. */
export async function guestAt(
  url: string,
  room: Room,
): Promise<{ readonly guest: Client; readonly feed: Live<FeedData> }> {
  const guest = new Client(url);
  expect(await enter(guest, room)).toBe('OpenTranscriptSuccess');
  return { guest, feed: guest.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 }) };
}

/** The committed texts that a feed has brought. */
export const textsOf = (items: readonly FeedData[]): readonly string[] =>
  items.flatMap(({ transcriptFeed: { __typename, segment } }) =>
    __typename === 'SegmentAppended' && segment ? [segment.text] : [],
  );

/** Waits until a feed has brought this text. */
export const untilText = (feed: Live<FeedData>, text: string): Promise<Live<FeedData>> =>
  feed.until(({ items }) => textsOf(items).includes(text), 20_000);

/** The numbers from 1 to the last, each once and in order. */
export const countingTo = (last: number): readonly number[] => Array.from({ length: last }, (_, i) => i + 1);

/** Expects every number once and in order, and these texts. */
export function expectAll(items: readonly FeedData[], texts: readonly string[]): void {
  const seqs = seqsOf(items);
  expect(seqs).toEqual(countingTo(seqs.length));
  expect(textsOf(items)).toEqual(texts);
}

/** The same client at another node. */
export function at<Who extends Client>(url: string, who: Who): Client {
  const client = new Client(url);
  client.token = who.token;
  for (const [name, value] of who.cookies) client.cookies.set(name, value);
  return client;
}

/** Shows a line while it is typed. */
export const showDraft = (owner: Client, transcriptId: string, text: string): Promise<unknown> =>
  owner.data(`mutation ($input: ShowDraftInput!) { showDraft(input: $input) { __typename } }`, {
    input: { transcriptId, text },
  });

/** Changes the view password, which signs every guest out. */
export const changeViewPassword = (owner: Client, transcriptId: string): Promise<unknown> =>
  owner.data(`mutation ($input: SetViewPasswordInput!) { setViewPassword(input: $input) { __typename } }`, {
    input: { transcriptId, viewPassword: 'another password' },
  });
