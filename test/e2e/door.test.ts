import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@jest/globals';
import { openRoom, say, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { changeDoor, revokeViewers } from '../viewers/door.ts';
import { untilLines, wordsFor } from './acts.ts';
import { openTheatre } from './scene.ts';

const world = await startWorld();
const { scene } = openTheatre();

interface Guarded {
  readonly owner: SignedInClient;
  readonly room: Room;
}

async function guardedRoom(): Promise<Guarded> {
  const owner = await world.member('owner');
  const room = await openRoom(owner);
  await say(owner, room.id, 'good morning');
  await changeDoor(owner, { transcriptId: room.id, admission: 'APPROVAL' });
  return { owner, room };
}

scene(
  'an invitation’s password leaves the address bar, and who waits comes in by themselves, is told when sent away, and keeps the text',
  async (stage) => {
    const { owner, room } = await guardedRoom();
    const guest = await stage.enter({ url: world.url, name: 'guest', width: 360, height: 740 });
    const words = wordsFor(guest);
    await guest.goto(`/r/${room.shareCode}#${new URLSearchParams({ k: room.viewPassword }).toString()}`);
    await guest.page.getByLabel(words.reader.password).waitFor();
    expect(guest.page.url()).toBe(`${world.url}/r/${room.shareCode}`);
    await guest.page.getByLabel('Your name').fill('Wei');
    await guest.page.getByRole('button', { name: words.reader.enter, exact: true }).click();
    await guest.page.getByRole('heading', { name: /waiting for the host/ }).waitFor();
    await guest.picture('waiting');

    const writer = await stage.enter({ url: world.url, as: owner, name: 'writer' });
    await writer.goto(`/transcribe/${room.id}`);
    const share = writer.page.getByRole('button', { name: /^Share/ });
    await share.getByText('1', { exact: true }).waitFor();
    await share.click();
    await writer.page.getByRole('button', { name: 'Let Wei in' }).click();
    await untilLines(guest.page, ['good morning']);
    // By now the feed is open: what comes comes live.
    await say(owner, room.id, 'and welcome');
    await untilLines(guest.page, ['good morning', 'and welcome']);
    expect(guest.loads()).toBe(1);

    await revokeViewers(owner, { transcriptId: room.id });
    await guest.page.getByText('The host has ended your viewing.').waitFor();
    await untilLines(guest.page, ['good morning', 'and welcome']);
  },
);

scene('a site on the list frames the reader, which needs no cookie there', async (stage) => {
  const owner = await world.member('owner');
  const room = await openRoom(owner);
  await say(owner, room.id, 'good morning');
  const page = `<iframe src="${world.url.replace('localhost', '127.0.0.1')}/r/${room.shareCode}?embed=1"></iframe>`;
  const site = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(page),
  );
  await new Promise<void>((resolve) => site.listen(0, () => resolve()));
  const { port } = site.address() as AddressInfo;
  try {
    await changeDoor(owner, { transcriptId: room.id, embedOrigins: [`http://localhost:${port}`] });
    const visitor = await stage.enter({ url: `http://localhost:${port}`, name: 'visitor' });
    await visitor.goto('/');
    const frame = visitor.page.frameLocator('iframe');
    await frame.locator('input[name=viewPassword]').fill(room.viewPassword);
    await frame.locator('input[name=nickname]').fill('Framed');
    await frame.locator('button[type=submit]').click();
    await frame.getByText('good morning').waitFor();
    await visitor.picture('embedded');
  } finally {
    await new Promise((resolve) => site.close(resolve));
  }
});
