import { expect } from '@jest/globals';
import { openRoom, say } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { linesOf, numbered, passGate, shareOf, typeLine, untilLines, wordsFor } from './acts.ts';
import { openTheatre } from './scene.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene(
  'a new view password puts the guests out: what they have read stays, why is said, and no later line comes',
  async (stage) => {
    const owner = await world.member('writer');
    const room = await openRoom(owner);
    for (const line of numbered(3)) await say(owner, room.id, line);
    const guest = await stage.enter({ url: world.url, name: 'guest' });
    await passGate(guest, room, 'Wei');
    await untilLines(guest.page, numbered(3));
    const writer = await stage.enter({ url: world.url, as: owner, name: 'writer' });
    const words = wordsFor(writer);
    await writer.goto(`/transcribe/${room.id}`);
    await untilLines(writer.page, numbered(3));

    await writer.page.getByRole('button', { name: words.room.share, exact: true }).click();
    await writer.page.getByRole('button', { name: words.room.makePassword, exact: true }).click();
    await writer.page.getByRole('button', { name: words.room.change, exact: true }).click();
    const enterAgain = guest.page.getByRole('button', { name: words.reader.enterAgain });
    await enterAgain.waitFor();
    await writer.page.getByRole('dialog').getByRole('button', { name: words.close, exact: true }).click();
    await typeLine(writer, 'line 4');
    await untilLines(writer.page, numbered(4));

    // Whoever enters with the new password has the line; by then it would long have come to the other as well.
    const invited = await stage.enter({ url: world.url, name: 'invited' });
    const invitation = await shareOf(writer);
    expect(invitation.viewPassword).not.toBe(room.viewPassword);
    await passGate(invited, invitation, 'Lin');
    await untilLines(invited.page, numbered(4));
    expect(await linesOf(guest.page)).toEqual(numbered(3));
    expect(await guest.page.getByRole('alert').first().innerText()).toMatch(/view password/);
    await guest.picture('put out');

    await enterAgain.click();
    await guest.page.getByLabel(words.reader.password).fill(invitation.viewPassword);
    await guest.page.getByRole('button', { name: words.reader.enter, exact: true }).click();
    await untilLines(guest.page, numbered(4));
    expect(guest.loads()).toBe(1);
  },
);
