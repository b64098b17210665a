import { expect } from '@jest/globals';
import { say } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { numbered, passGate, untilLines } from './acts.ts';
import { comeBack, goOffline, lineOf, sitDown, told, typeAll, untilSaved, withRelay } from './desk.ts';
import { openTheatre } from './scene.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene(
  'a writer types through half an hour offline and a reader sleeps through it; both have every line afterwards',
  async (stage) => {
    await withRelay(world, async (relay) => {
      const { owner, writer, room } = await sitDown(stage, world, relay.url);
      const reader = await stage.enter({ url: relay.url, name: 'reader' });
      await passGate(reader, room);
      await typeAll(writer, numbered(2));
      await untilLines(reader.page, numbered(2));
      for (const { page } of [writer, reader]) await page.clock.install();

      await goOffline(writer, relay);
      await reader.context.setOffline(true);
      let typed = 2;
      for (let minutes = 0; minutes < 30; minutes += 5) {
        await typeAll(writer, numbered(2, typed + 1));
        typed += 2;
        for (const { page } of [writer, reader]) await page.clock.fastForward('05:00');
      }
      await lineOf(writer).focus();
      await writer.page.keyboard.insertText('half a li');
      await writer.page.locator('.save-lamp[data-kind=offline]').waitFor();
      await reader.page.locator('.lamp[data-kind=offline]').waitFor();
      expect(await told(world, room)).toEqual(numbered(2));

      await reader.context.setOffline(false);
      await comeBack(writer, relay);
      for (const { page } of [writer, reader]) await page.clock.runFor(30_000);
      await untilSaved(writer);
      await untilLines(reader.page, numbered(14));
      expect(await lineOf(writer).inputValue()).toBe('half a li');
      await writer.page.keyboard.insertText('ne');
      await writer.page.keyboard.press('Enter');
      await untilLines(reader.page, [...numbered(14), 'half a line']);
      await say(owner, room.id, 'and on');
      await untilLines(reader.page, [...numbered(14), 'half a line', 'and on']);
      expect(await told(world, room)).toEqual([...numbered(14), 'half a line', 'and on']);
      expect([writer.loads(), reader.loads()]).toEqual([1, 1]);
    });
  },
  90_000,
);
