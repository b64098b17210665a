import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { test } from '@jest/globals';
import { feedDocument, type FeedData } from '../support/rooms.ts';
import { createChance, seed } from './chance.ts';
import type { Reader, Writer } from './people.ts';
import { inviteReader, openDesk, openFaultyHouse, sitDown } from './room.ts';
import { expectWhole, when } from './whole.ts';

const house = await openFaultyHouse();
const { url } = house.server;

/** MEETING_LINES=28800 is the full size: eight hours at 3,600 lines an hour. */
const lines = Number(process.env['MEETING_LINES'] ?? 600);
const cutEvery = Math.ceil(lines / 24);

test(
  `an eight-hour meeting of ${lines} lines, with cuts, a restart and a second writer from the middle on, ends byte-equal for who stayed and who came late (seed ${seed})`,
  async () => {
    const chance = createChance(seed);
    const desk = await openDesk(url);
    const stayed = await inviteReader(url, desk.room, 'who stayed');
    const memory = createMemory();
    const typed: string[] = [];
    for (let n = 0; n < lines / 2; n += 1) {
      await typeAhead(desk.writer, lineOf(n, chance), typed);
      if (n % cutEvery === cutEvery - 1) cutSomebody(chance.oneOf([desk.view, stayed]));
    }
    await saved(desk.writer);
    memory.note('after four hours');
    await house.server.killAndRestart();
    for (const { device } of [desk.writer, stayed]) device.findNetwork();

    const partner = await sitDown(url, desk.owner, desk.room.id);
    const turnLines = 30;
    for (let n = typed.length; n < lines; n += 1) {
      // They take turns, as crews do; who hands over has everything acknowledged.
      const isPartners = Math.floor(n / turnLines) % 2 === 1;
      if (n % turnLines === 0) await saved(isPartners ? desk.writer : partner.writer);
      await typeAhead((isPartners ? partner : desk).writer, lineOf(n, chance), typed);
      if (n % cutEvery === cutEvery - 1) cutSomebody(chance.oneOf([desk.view, partner.view, stayed]));
    }
    for (const { writer } of [desk, partner]) await saved(writer);
    memory.note('after eight hours');

    expectWhole(typed, await house.stored(desk.room.id));
    const late = await inviteReader(url, desk.room, 'who came late');
    for (const reader of [stayed, desk.view, partner.view, late]) {
      await house.caughtUp(reader, desk.room.id);
      expectWhole(typed, reader.texts());
    }
    const replayed = await replayFrom0(desk.owner, desk.room.id);
    expectWhole(typed, replayed);
    memory.note('with a late reader, and the whole log replayed');
    if (lines > 10_000) console.log(memory.notes.join('\n'));
  },
  120_000 + lines * 250,
);

type Owner = Awaited<ReturnType<typeof openDesk>>['owner'];

/** As fast as the server takes it, with a few lines on their way. */
async function typeAhead(writer: Writer, line: string, typed: string[]): Promise<void> {
  const { saveState } = writer.outbox();
  if (saveState.value.unsentCount >= 20)
    await when(() => saveState.value.unsentCount < 10, 'the server keeps up');
  writer.say(line);
  typed.push(line);
}

function lineOf(n: number, chance: ReturnType<typeof createChance>): string {
  return `${n}. ${'会议纪要，逐字逐句。'.repeat(1 + chance.whole(3))}`;
}

function cutSomebody({ device }: Reader): void {
  device.line.cut();
  device.findNetwork();
}

const saved = (writer: Writer): Promise<void> =>
  when(() => writer.outbox().saveState.value.unsentCount === 0, 'all is acknowledged');

/** Everything that the log tells from its beginning, as somebody hears it who has nothing yet. */
async function replayFrom0(owner: Owner, transcriptId: string): Promise<readonly string[]> {
  const last = await house.lastSeq(transcriptId);
  const feed = owner.subscribe<FeedData>(feedDocument, { id: transcriptId, after: 0 });
  await feed.until(({ items }) => items.at(-1)?.transcriptFeed.seq === last, 120_000);
  await feed.close();
  return feed.items.flatMap(({ transcriptFeed: { segment } }) => segment?.text ?? []);
}

/** What all clients of this file keep in memory together, after the garbage is gone. */
function createMemory(): { readonly notes: readonly string[]; readonly note: (when: string) => void } {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const notes: string[] = [];
  return {
    notes,
    note: (moment) => {
      collect();
      notes.push(`${moment}: ${(getHeapStatistics().used_heap_size / 1_048_576).toFixed(1)} MiB in use`);
    },
  };
}
