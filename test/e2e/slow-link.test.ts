import { expect } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { draftOf, numbered, passGate, untilLines } from './acts.ts';
import { lineOf, sitDown, told, typeAll, untilSaved } from './desk.ts';
import { openTheatre, type Person } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene(
  'over 50 kbit/s with 800 ms each way the writer is never held up, and every line arrives once and in order',
  async (stage) => {
    const { writer, room } = await sitDown(stage, world);
    const reader = await stage.enter({ url: world.url, name: 'reader' });
    await passGate(reader, room);
    for (const person of [writer, reader]) {
      await slowDown(person);
      // Each line goes and is answered by itself, and each way takes its time.
      person.page.setDefaultTimeout(60_000);
    }

    await typeAll(writer, numbered(12));
    await lineOf(writer).focus();
    await writer.page.keyboard.type('a line that is still being typed');
    // On the writer's own page it stands at once, wherever it is on its way.
    await untilLines(writer.page, numbered(12));
    await untilSaved(writer);
    await untilLines(reader.page, numbered(12));
    await until(
      () => draftOf(reader.page).textContent(),
      (draft) => draft === 'a line that is still being typed',
      60_000,
    );
    expect(await lineOf(writer).inputValue()).toBe('a line that is still being typed');
    expect(await told(world, room)).toEqual(numbered(12));
    expect([writer.loads(), reader.loads()]).toEqual([1, 1]);
  },
  180_000,
);

async function slowDown({ context, page }: Person): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const bytesPerSecond = 50_000 / 8;
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 800,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}
