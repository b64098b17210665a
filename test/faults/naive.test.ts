import { expect, test } from '@jest/globals';
import { say } from '../support/rooms.ts';
import { openDevice } from './device.ts';
import { listenNaively, sendNaively } from './naive.ts';
import { sitDownToRead } from './people.ts';
import { openDesk, openFaultyHouse } from './room.ts';
import { expectWhole, when } from './whole.ts';

// The control: what the tests of this folder assert can fail, and does for a feed that has no log.
const house = await openFaultyHouse();
const { url } = house.server;

test('a feed that is published and not numbered loses what was typed while its line was cut; ours, over the same line, does not', async () => {
  const { owner, room } = await openDesk(url);
  const device = await openDevice(url, owner);
  const reader = sitDownToRead(device, room.id);
  const naive = listenNaively(device, room.id);
  const typed: string[] = [];
  const type = async (): Promise<void> => {
    typed.push(`line ${typed.length}`);
    await say(owner, room.id, typed.at(-1)!);
  };
  // Nobody is told that a naive feed has begun: it is there when a line comes.
  const untilHeard = async (): Promise<void> => {
    for (const before = naive.texts().length; naive.texts().length === before;) {
      await type();
      await house.caughtUp(reader, room.id);
    }
  };
  await untilHeard();
  const begun = typed.length - naive.texts().length;
  device.line.block();
  for (let lines = 0; lines < 5; lines += 1) await type();
  device.line.mend();
  device.findNetwork();
  await when(() => device.socket.state.value.phase === 'open', 'the line is back');
  await untilHeard();

  await house.caughtUp(reader, room.id);
  expectWhole(typed, reader.texts());
  expect(() => expectWhole(typed.slice(begun), naive.texts())).toThrow('lost');
});

test('a sender without ids doubles a line whose answer was lost; ours, over the same line, does not', async () => {
  const { room, writer, view } = await openDesk(url);
  const { device } = writer;
  // The request gets through, its answer does not.
  const loseNextAnswer = (): void => device.line.tearAfter(0);
  writer.say('first');
  await when(() => writer.outbox().saveState.value.unsentCount === 0, 'the line stands');
  await house.caughtUp(view, room.id);

  loseNextAnswer();
  writer.say('second');
  await when(() => writer.outbox().saveState.value.unsentCount === 0, 'what was typed is acknowledged');
  expectWhole(['first', 'second'], await house.stored(room.id));

  loseNextAnswer();
  await sendNaively(device.request, { transcriptId: room.id, text: 'third' });
  const stored = await house.stored(room.id);
  expect(() => expectWhole(['first', 'second', 'third'], stored)).toThrow('doubled');
});
