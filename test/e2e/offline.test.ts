import path from 'node:path';
import { expect } from '@jest/globals';
import { startApp } from '../../src/app.ts';
import { openRoom, say } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { lamp, numbered, passGate, untilLines, wordsFor } from './acts.ts';
import { comeBack, goOffline, sitDown, told, typeAll, withRelay } from './desk.ts';
import { openTheatre } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene(
  'a reader who was offline while 25 lines were typed catches up by itself, in order, and is told so',
  async (stage) => {
    const owner = await world.member('writer');
    const room = await openRoom(owner);
    await withRelay(world, async (relay) => {
      const reader = await stage.enter({ url: relay.url, name: 'reader' });
      const words = wordsFor(reader).reader;
      await passGate(reader, room);
      await say(owner, room.id, 'line 1');
      await untilLines(reader.page, numbered(1));
      await goOffline(reader, relay);
      await reader.page.locator('.lamp[data-kind=offline]').waitFor();
      for (const line of numbered(25, 2)) await say(owner, room.id, line);
      await reader.picture('offline');
      await untilLines(reader.page, numbered(1));
      await comeBack(reader, relay);
      await untilLines(reader.page, numbered(26));
      const news = reader.page.getByRole('status').filter({ hasText: words.caughtUp });
      await news.waitFor();
      expect(words.caughtUp.exec((await news.textContent()) ?? '')?.[1]).toBe('25');
      await lamp(reader.page, words.live).waitFor();
      await say(owner, room.id, 'line 27');
      await untilLines(reader.page, numbered(27));
      expect(reader.loads()).toBe(1);
    });
  },
);

scene(
  'a writer who is offline goes on typing, is told how much is unsent, and all of it is sent once and in order',
  async (stage) => {
    await withRelay(world, async (relay) => {
      const { writer, room } = await sitDown(stage, world, relay.url);
      await typeAll(writer, numbered(2));
      await lamp(writer.page, wordsFor(writer).room.saved).waitFor();
      await goOffline(writer, relay);
      await typeAll(writer, numbered(6, 3));
      await lamp(writer.page, wordsFor(writer).room.offline(lengthOf(numbered(6, 3)))).waitFor();
      await writer.picture('offline');
      // Whoever leaves now is asked first.
      const asked = writer.page.waitForEvent('dialog');
      const leaving = writer.page.close({ runBeforeUnload: true });
      const question = await asked;
      expect(question.type()).toBe('beforeunload');
      await question.dismiss();
      await leaving;
      await untilLines(writer.page, numbered(8));
      expect(await told(world, room)).toEqual(numbered(2));

      const reader = await stage.enter({ url: world.url, name: 'reader' });
      await passGate(reader, room);
      await comeBack(writer, relay);
      await lamp(writer.page, wordsFor(writer).room.saved).waitFor();
      await untilLines(reader.page, numbered(8));
      await untilLines(writer.page, numbered(8));
      expect(await told(world, room)).toEqual(numbered(8));
      expect(writer.loads()).toBe(1);
    });
  },
);

scene(
  'what was unsent when the page went away is back when it is opened again, and is sent',
  async (stage) => {
    await withRelay(world, async (relay) => {
      const { writer, room } = await sitDown(stage, world, relay.url);
      const { page } = writer;
      page.on('dialog', (dialog) => void dialog.accept());
      await typeAll(writer, numbered(1));
      await lamp(page, wordsFor(writer).room.saved).waitFor();
      await goOffline(writer, relay);
      await typeAll(writer, numbered(3, 2));
      await page.keyboard.insertText('half a li');
      await lamp(page, wordsFor(writer).room.offline(lengthOf([...numbered(3, 2), 'half a li']))).waitFor();
      // In the very moment after the key: nobody waits for the browser to have put it down.
      await page.goto('about:blank');
      expect(await told(world, room)).toEqual(numbered(1));
      await comeBack(writer, relay);
      await writer.goto(`/transcribe/${room.id}`);
      await untilLines(page, numbered(4));
      await lamp(page, wordsFor(writer).room.saved).waitFor();
      const line = page.getByLabel(wordsFor(writer).room.line, { exact: true });
      await until(
        () => line.inputValue(),
        (text) => text === 'half a li',
      );
      expect(await told(world, room)).toEqual(numbered(4));
    });
  },
);

scene(
  'a server that is started anew while somebody types costs neither writer nor reader a line',
  async (stage) => {
    const { writer, room } = await sitDown(stage, world);
    const reader = await stage.enter({ url: world.url, name: 'reader' });
    await passGate(reader, room);
    await typeAll(writer, numbered(3));
    await untilLines(reader.page, numbered(3));
    await world.app.stop();
    await typeAll(writer, numbered(4, 4));
    await lamp(writer.page, wordsFor(writer).room.offline(lengthOf(numbered(4, 4)))).waitFor();
    await reader.page.locator('.lamp[data-kind=offline]').waitFor();
    const again = await startApp({
      config: { ...world.app.house.config, port: Number(new URL(world.url).port) },
      log: world.app.house.log,
      mailer: world.app.house.mailer,
      clock: world.clock,
      webDir: path.resolve('dist/web'),
    });
    try {
      await typeAll(writer, numbered(3, 8));
      await untilLines(reader.page, numbered(10));
      await untilLines(writer.page, numbered(10));
      await lamp(writer.page, wordsFor(writer).room.saved).waitFor();
      expect(await told(world, room)).toEqual(numbered(10));
      expect([writer.loads(), reader.loads()]).toEqual([1, 1]);
    } finally {
      await again.stop();
    }
  },
);

/** What the lamp counts. */
const lengthOf = (lines: readonly string[]): number => lines.join('').length;
