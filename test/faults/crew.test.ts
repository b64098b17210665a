import { expect, test } from '@jest/globals';
import type { Segment } from '../../web/src/live/segment-blocks.ts';
import { createChance, seed } from './chance.ts';
import type { Reader, Writer } from './people.ts';
import { inviteReader, openDesk, openFaultyHouse, sitDown } from './room.ts';
import { rage, type Victim } from './storm.ts';
import { expectWhole, when } from './whole.ts';

const house = await openFaultyHouse();
const { url } = house.server;
const cuts = 40;

/** Somebody with a page that writes and reads. */
interface Seat {
  readonly writer: Writer;
  readonly view: Reader;
}

test(`two writers, two proofreaders behind them and readers, all on lossy lines, end with the same text, byte for byte (seed ${seed})`, async () => {
  const chance = createChance(seed);
  const first = await openDesk(url);
  const { owner, room } = first;
  const second = await sitDown(url, owner, room.id);
  const proofreaders = [await sitDown(url, owner, room.id), await sitDown(url, owner, room.id)];
  const readers = [await inviteReader(url, room, 'Wei'), await inviteReader(url, room, 'Lin')];
  const seats: readonly Seat[] = [first, second, ...proofreaders];
  const typed = { first: [] as string[], second: [] as string[] };
  const act = (): void => {
    for (const who of ['first', 'second'] as const) {
      typed[who].push(`${who} ${typed[who].length}`);
      (who === 'first' ? first : second).writer.say(typed[who].at(-1)!);
    }
    for (const [who, seat] of proofreaders.entries()) correctSomething(seat, `p${who}`);
  };
  const correctSomething = ({ writer, view }: Seat, who: string): void => {
    const segments = view.live().allSegments();
    // Behind the tail, and often the same ones: that is where two proofreaders meet.
    const segment = segments[Math.max(0, segments.length - 2 - chance.whole(6))];
    if (segment) correct(writer, segment, `${stem(segment.text)} (${who}, ${chance.whole(1_000)})`);
  };
  const victims: readonly Victim[] = [...seats.map(({ view }) => view), ...readers].map(victimOf);
  await rage({ chance, victims, cuts, cutsPerKill: 25, act, killServer: house.server.killAndRestart });

  for (const { writer } of seats) await settleConflicts(writer, () => chance.whole(2) === 0);
  const stored = await house.stored(room.id);
  for (const who of ['first', 'second'] as const)
    expectWhole(
      typed[who],
      stored.map(stem).filter((line) => line.startsWith(who)),
    );
  expect(stored.some((text) => text.includes('(p'))).toBe(true);
  for (const reader of [...seats.map(({ view }) => view), ...readers]) {
    await house.caughtUp(reader, room.id);
    expectWhole(stored, reader.texts());
  }
}, 180_000);

test('whoever corrects what has been corrected meanwhile keeps both texts, and decides', async () => {
  const desk = await openDesk(url);
  const { owner, room } = desk;
  const [one, other] = [await sitDown(url, owner, room.id), await sitDown(url, owner, room.id)];
  desk.writer.say('as it was typed');
  desk.writer.say('another line');
  await saved(desk.writer);
  const seats = [desk, one, other];
  for (const { view } of seats) await house.caughtUp(view, room.id);
  const [segment, neighbour] = one.view.live().allSegments() as [Segment, Segment];

  correct(one.writer, segment, 'as one corrects it');
  correct(one.writer, neighbour, 'another line, too');
  await saved(one.writer);
  // On the revision that this page had: it has not looked since.
  correct(other.writer, segment, 'as the other corrects it');
  correct(other.writer, neighbour, 'another line as well');
  await when(() => conflictsOf(other.writer).length === 2, 'both are told');
  expect(await house.stored(room.id)).toEqual(['as one corrects it', 'another line, too']);
  const [mine, theirs] = conflictsOf(other.writer);
  expect(mine).toMatchObject({
    entry: { text: 'as the other corrects it' },
    problem: { current: { text: 'as one corrects it', revision: 2 } },
  });
  other.writer.outbox().keepMine(mine!.id);
  other.writer.outbox().discard(theirs!.id);
  await saved(other.writer);
  expect(await house.stored(room.id)).toEqual(['as the other corrects it', 'another line, too']);
  for (const { view } of seats) {
    await house.caughtUp(view, room.id);
    expectWhole(['as the other corrects it', 'another line, too'], view.texts());
  }
});

const correct = (writer: Writer, base: Segment, text: string): void =>
  writer.outbox().revise(base, { text, speaker: base.speaker });

/** A line without what proofreaders have put to it. */
const stem = (text: string): string => text.replace(/ \(p.*$/, '');

const victimOf = (reader: Reader): Victim => ({
  device: reader.device,
  progress: () => reader.live().seq.value,
  reload: reader.reload,
});

const conflictsOf = (writer: Writer) =>
  writer.outbox().pending.value.filter(({ problem }) => problem !== null);

const saved = (writer: Writer): Promise<void> =>
  when(() => writer.outbox().saveState.value.unsentCount === 0, 'all is acknowledged');

/** Each conflict on its own, until none is left: one's own text on top of what stands, or not at all. */
async function settleConflicts(writer: Writer, keepsOwn: () => boolean): Promise<void> {
  const outbox = writer.outbox();
  const isSettled = (): boolean => outbox.pending.value.every(({ problem }) => problem !== null);
  for (;;) {
    await when(isSettled, 'what is not in conflict is acknowledged');
    const [conflict] = outbox.pending.peek();
    if (conflict === undefined) return;
    if (keepsOwn()) outbox.keepMine(conflict.id);
    else outbox.discard(conflict.id);
  }
}
