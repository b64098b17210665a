import type { Locator } from 'playwright-core';
import { openRoom, type Room } from '../support/rooms.ts';
import type { SignedInClient, World } from '../support/world.ts';
import { lamp, typeLine, wordsFor } from './acts.ts';
import { openRelay, type Relay } from './relay.ts';
import type { Person, Stage } from './scene.ts';
import { until } from './until.ts';

/** A writer in a live room of their own. */
export interface Desk {
  readonly owner: SignedInClient;
  readonly writer: Person;
  readonly room: Room;
}

/** Opens a room and sits down at its line; `url` is where the server is for this writer. */
export async function sitDown(stage: Stage, world: World, url = world.url): Promise<Desk> {
  const owner = await world.member('writer');
  const room = await openRoom(owner);
  const writer = await stage.enter({ url, as: owner, name: 'writer' });
  await writer.goto(`/transcribe/${room.id}`);
  await lamp(writer.page, wordsFor(writer).reader.live).waitFor();
  return { owner, writer, room };
}

export async function typeAll(writer: Person, lines: readonly string[]): Promise<void> {
  for (const line of lines) await typeLine(writer, line);
}

/** The line being typed. */
export const lineOf = (writer: Person): Locator =>
  writer.page.getByLabel(wordsFor(writer).room.line, { exact: true });

/** Waits until the line holds this text. */
export const untilLineHolds = (writer: Person, text: string): Promise<unknown> =>
  until(
    () => lineOf(writer).inputValue(),
    (held) => held === text,
  );

/** What the server has, in its order. */
export const told = async (world: World, { id }: Room): Promise<readonly unknown[]> =>
  (
    await world.sql(
      'select text from segments where transcript_id = $1 and removed_at is null order by seq',
      [id],
    )
  ).map(({ text }) => text);

/** All is sent, and the page says so. */
export const untilSaved = (writer: Person): Promise<void> =>
  lamp(writer.page, wordsFor(writer).room.saved).waitFor();

/** A wire to the world's server that can be cut, for as long as the play lasts. */
export async function withRelay(world: World, play: (relay: Relay) => Promise<void>): Promise<void> {
  const relay = await openRelay(world.url);
  try {
    await play(relay);
  } finally {
    await relay.close();
  }
}

/** The browser knows that it is offline, and the wire is cut as well. */
export async function goOffline({ context }: Person, relay: Relay): Promise<void> {
  relay.cut();
  await context.setOffline(true);
}

export async function comeBack({ context }: Person, relay: Relay): Promise<void> {
  relay.mend();
  await context.setOffline(false);
}
