import { expect } from '@jest/globals';
import { say } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { numbered, passGate, typeLine, untilLines } from './acts.ts';
import { lineOf, sitDown, told, untilLineHolds, untilSaved, withRelay } from './desk.ts';
import { openTheatre, type Person } from './scene.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene(
  'pages that slept while their line died wake up with every line, and with the half-typed one',
  async (stage) => {
    await withRelay(world, async (relay) => {
      const { owner, writer, room } = await sitDown(stage, world, relay.url);
      const reader = await stage.enter({ url: relay.url, name: 'reader' });
      await passGate(reader, room);
      await typeLine(writer, 'line 1');
      await untilLines(reader.page, numbered(1));
      await untilSaved(writer);
      await lineOf(writer).focus();
      await writer.page.keyboard.insertText('line ');

      const wake = await Promise.all([writer, reader].map(fallAsleep));
      relay.cut();
      for (const line of numbered(20, 2)) await say(owner, room.id, line);
      relay.mend();
      for (const wakeUp of wake) await wakeUp();

      await untilLines(reader.page, numbered(21));
      await untilLines(writer.page, numbered(21));
      await untilLineHolds(writer, 'line ');
      await lineOf(writer).focus();
      await writer.page.keyboard.insertText('22');
      await writer.page.keyboard.press('Enter');
      await untilLines(reader.page, numbered(22));
      expect(await told(world, room)).toEqual(numbered(22));
      expect([writer.loads(), reader.loads()]).toEqual([1, 1]);
    });
  },
);

/** As the lid of a laptop does it: no timer, no message, no key reaches the page until it is woken. */
async function fallAsleep({ context, page }: Person): Promise<() => Promise<unknown>> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Page.enable');
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  return () => devtools.send('Page.setWebLifecycleState', { state: 'active' });
}
