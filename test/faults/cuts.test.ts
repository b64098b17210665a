import { test } from '@jest/globals';
import { createChance, seed } from './chance.ts';
import { inviteReader, openDesk, openFaultyHouse } from './room.ts';
import { rage, type Victim } from './storm.ts';
import type { Reader } from './people.ts';
import { expectWhole, when } from './whole.ts';

const house = await openFaultyHouse();
const { url } = house.server;

/** FAULTS_CUTS=1000 is the full size. */
const cuts = Number(process.env['FAULTS_CUTS'] ?? 150);

test(
  `after ${cuts} random cuts of lines, pages and the server nothing is lost and nothing is there twice (seed ${seed})`,
  async () => {
    const chance = createChance(seed);
    const { room, writer, view } = await openDesk(url);
    const readers = [await inviteReader(url, room, 'Wei'), await inviteReader(url, room, 'Lin')] as const;
    const typed: string[] = [];
    const asked = readers.map(() => [] as string[]);
    const act = (): void => {
      for (let lines = 1 + chance.whole(3); lines > 0; lines -= 1) {
        typed.push(`${typed.length}: 没有一个字会丢 ${'·'.repeat(chance.whole(9))}`);
        writer.say(typed.at(-1)!);
      }
      const who = chance.whole(readers.length);
      asked[who]!.push(`${who}/${asked[who]!.length}?`);
      readers[who]!.comment(asked[who]!.at(-1)!);
    };
    const desk: Victim = {
      ...victimOf(view),
      reload: () => {
        writer.reload();
        view.reload();
      },
    };
    const victims = [desk, ...readers.map(victimOf)];
    await rage({ chance, victims, cuts, cutsPerKill: 50, act, killServer: house.server.killAndRestart });

    await when(() => writer.outbox().saveState.value.unsentCount === 0, 'what was typed is acknowledged');
    await when(() => readers.every((reader) => reader.unsentComments() === 0), 'every comment is posted');
    expectWhole(typed, await house.stored(room.id));
    for (const reader of [view, ...readers]) {
      await house.caughtUp(reader, room.id);
      expectWhole(typed, reader.texts());
      const seen = reader.comments();
      for (const [who, bodies] of asked.entries())
        expectWhole(
          bodies,
          seen.filter((body) => body.startsWith(`${who}/`)),
        );
      expectWhole([...seen].sort(), asked.flat().sort());
    }
  },
  180_000 + cuts * 1_500,
);

function victimOf(reader: Reader): Victim {
  return { device: reader.device, progress: () => reader.live().seq.value, reload: reader.reload };
}
