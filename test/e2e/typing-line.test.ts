import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { openRoom, say, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { comment, draftOf, lamp, passGate, typeLine, untilLines, wordsFor } from './acts.ts';
import { untilSaved } from './desk.ts';
import { openTheatre, type Person, type Stage } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene(
  'typing goes to the end wherever the caret was left, until the writer says otherwise',
  async (stage) => {
    const { writer, line } = await sitDown(stage);
    const { keyboard } = writer.page;
    await keyboard.type('one two');
    await keyboard.press('Home');
    await keyboard.type(' three');
    await keyboard.press('Home');
    // As dictation and other programs write: without a key.
    await keyboard.insertText(' four');
    await keyboard.press('Home');
    await writer.compose(['d', "da'jia"], '大家');
    await untilLine(line, 'one two three four大家');
    await keyboard.press('Alt+l');
    await keyboard.press('Home');
    await keyboard.type('zero ');
    await untilLine(line, 'zero one two three four大家');
    await keyboard.press('Alt+l');
    await keyboard.type('!');
    await untilLine(line, 'zero one two three four大家!');
  },
);

scene('a burst and a storm of backspaces are one undo each; an empty line is the room’s', async (stage) => {
  const { writer, line } = await sitDown(stage);
  const { page } = writer;
  const burst = 'steno '.repeat(34).slice(0, 200);
  await strike(writer, { backspaces: 0, text: burst });
  await untilLine(line, burst);
  // The next stroke comes a moment later: it takes back a word and writes another.
  const struckAt = await page.evaluate<number>('performance.now()');
  await until(
    () => page.evaluate<number>('performance.now()'),
    (now) => now > struckAt + 200,
  );
  await strike(writer, { backspaces: 5, text: 'machine' });
  await untilLine(line, `${burst.slice(0, -5)}machine`);
  await page.keyboard.press('Control+z');
  await untilLine(line, burst);
  await page.keyboard.press('Control+z');
  await untilLine(line, '');
  await page.keyboard.press('Control+Shift+z');
  await untilLine(line, burst);
  await page.keyboard.press('Enter');
  await untilLines(page, [burst]);
  await page.keyboard.press('Control+Shift+z');
  await untilLine(line, '');
});

scene('what an input method composes is kept on this device, and shown to nobody', async (stage) => {
  const { writer, room, line } = await sitDown(stage);
  const reader = await stage.enter({ url: world.url, name: 'reader' });
  await passGate(reader, room);
  await writer.page.keyboard.type('before ');
  await until(
    () => draftOf(reader.page).textContent(),
    (text) => text === 'before ',
  );
  const devtools = await writer.context.newCDPSession(writer.page);
  for (const text of ['d', 'da', "da'jia"]) {
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await untilLine(line, "before da'jia");
  await until(
    () => writer.page.evaluate<string>(keptHere),
    (kept) => kept.includes("before da'jia"),
  );
  // A change from elsewhere arrives meanwhile, and the composition goes on.
  await say(await ownerOf(writer), room.id, 'from elsewhere');
  await untilLines(reader.page, ['from elsewhere']);
  await untilLine(line, "before da'jia");
  await devtools.send('Input.insertText', { text: '大家' });
  await until(
    () => draftOf(reader.page).textContent(),
    (text) => text === 'before 大家',
  );
  await untilLine(line, 'before 大家');
});

scene(
  'readers get what is not held back, all of it on the flush key, and never what was taken back',
  async (stage) => {
    const { writer, room, line } = await sitDown(stage);
    const { page } = writer;
    const reader = await stage.enter({ url: world.url, name: 'reader' });
    await passGate(reader, room);
    await page.keyboard.press('Alt+Shift+Y');
    await page.getByLabel('How much stays with you').selectOption('characters');
    await page.getByLabel('Characters', { exact: true }).fill('4');
    await line.focus();
    await watchDraft(reader);
    await page.keyboard.type('good morning');
    await until(
      () => draftOf(reader.page).textContent(),
      (text) => text === 'good mor',
    );
    expect(await page.locator('.held-mirror mark').allTextContents()).toEqual(['ning']);
    await writer.picture('held back');
    await page.keyboard.press('Control+Enter');
    await until(
      () => draftOf(reader.page).textContent(),
      (text) => text === 'good morning',
    );
    await page.keyboard.type(' SECRET');
    await until(
      () => draftOf(reader.page).textContent(),
      (text) => text === 'good morning SE' || text === 'good morning SEC',
    );
    await page.keyboard.press('Alt+x');
    await until(
      async () => (await line.inputValue()).startsWith('good morning SE'),
      (isStanding) => isStanding,
    );
    await page.keyboard.press('Enter');
    await until(
      () => reader.page.locator('.segment-log p.segment').count(),
      (count) => count === 1,
    );
    expect(await reader.page.evaluate<readonly string[]>('window.drafts')).not.toContain(
      'good morning SECRET',
    );
    expect(await reader.page.locator('.segment-log p.segment').allTextContents()).not.toContain(
      'good morning SECRET',
    );
  },
);

scene('nothing that happens elsewhere moves the focus, the caret or the text under it', async (stage) => {
  const { writer, room, line } = await sitDown(stage);
  const owner = await ownerOf(writer);
  const { page } = writer;
  for (let index = 1; index <= 30; index += 1) await say(owner, room.id, `line ${index}`);
  await until(
    () => page.locator('.segment-log p.segment').count(),
    (count) => count === 30,
  );
  await page.keyboard.press('Alt+l');
  await page.keyboard.type('typing goes on');
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('ArrowLeft');
  // The writer looks something up further above: following is off, and stays off.
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, -400);
  await until(
    () => page.evaluate<boolean>('scrollY + innerHeight < document.documentElement.scrollHeight - 100'),
    Boolean,
  );
  const before = await page.evaluate<string>(whereItStands);
  await say(owner, room.id, 'from elsewhere');
  await comment(owner, room.id, 'a question');
  await revise(owner, room, { from: 'line 30', text: 'line thirty' });
  await page.locator('.badge').first().waitFor();
  await until(
    () => page.locator('.segment-log p.segment').count(),
    (count) => count === 31,
  );
  expect(await page.evaluate<string>(whereItStands)).toBe(before);
  // A toast, and a panel that opens by its key.
  await page.keyboard.press('Control+s');
  await page.locator('.toast').first().waitFor();
  await page.keyboard.press('Alt+Shift+C');
  await page.getByText('a question').waitFor();
  await page.keyboard.press('Alt+Shift+C');
  const after = JSON.parse(await page.evaluate<string>(whereItStands)) as {
    readonly caret: number;
    readonly isFocused: boolean;
  };
  expect(after).toMatchObject({ isFocused: true, caret: 'typing goes on'.length - 3 });
  await page.keyboard.type('X');
  await untilLine(line, 'typing goesX on');
});

scene(
  'speakers, tags and the meeting’s clock are a key away, and saving never opens the browser’s box',
  async (stage) => {
    const { writer, line } = await sitDown(stage);
    const { page } = writer;
    const speaker = page.getByLabel('Speaker', { exact: true });
    for (const name of ['Ada', 'Ben']) {
      await speaker.fill(name);
      await typeLine(writer, `${name} speaks`);
    }
    const shows = (name: string): Promise<string> =>
      until(
        () => speaker.inputValue(),
        (value) => value === name,
      );
    await page.keyboard.press('Alt+Digit1');
    await shows('Ada');
    await page.keyboard.press('Alt+o');
    await shows('Ben');
    await page.keyboard.press('Alt+o');
    await shows('Ada');
    await page.keyboard.press('Alt+g');
    await shows('Unidentified speaker');
    await page.keyboard.press('Alt+Digit0');
    await shows('');
    await page.keyboard.type('so ');
    await page.keyboard.press('Alt+Shift+Digit2');
    await page.keyboard.press('Control+j');
    expect(await line.inputValue()).toMatch(/^so \(laughter\)\[\d+:\d\d\] $/);
    await page.keyboard.press('Control+z');
    await untilLine(line, 'so (laughter)');
    // The key says how it stands at that moment; a line on its way is not saved yet.
    await untilSaved(writer);
    await page.keyboard.press('Control+s');
    await page.getByRole('status').filter({ hasText: 'Saved: all that was committed' }).waitFor();
    // The list of speakers is the writer's to order.
    await page.keyboard.press('Alt+Shift+Y');
    await page.getByLabel('Move Ben up').click();
    await line.focus();
    await page.keyboard.press('Alt+Digit1');
    await shows('Ben');
  },
);

scene(
  'a key is changed in the sheet, works at once and after a reload, and a bad choice is refused',
  async (stage) => {
    const { writer, line } = await sitDown(stage);
    const { page } = writer;
    page.on('dialog', (dialog) => void dialog.accept());
    await page.keyboard.press('Control+/');
    await page.getByRole('button', { name: 'Change: Insert the meeting clock' }).click();
    await page.keyboard.press('F5');
    await page.getByRole('alert').filter({ hasText: 'F5 reloads or leaves the page' }).waitFor();
    await page.keyboard.press('Alt+g');
    await page.getByRole('alert').filter({ hasText: 'already used for “Unidentified speaker”' }).waitFor();
    await page.keyboard.press('F9');
    await page.getByRole('button', { name: 'Reset: Insert the meeting clock' }).waitFor();
    await writer.picture('keys');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    const stamped = (): Promise<string> =>
      until(
        () => line.inputValue(),
        (text) => /^\[\d+:\d\d\] $/.test(text),
      );
    await line.focus();
    await page.keyboard.press('F9');
    await stamped();
    await page.keyboard.press('Control+z');
    await untilLine(line, '');
    await page.reload();
    await line.waitFor();
    await line.focus();
    await page.keyboard.press('F9');
    await stamped();
  },
);

const owners = new WeakMap<Person, SignedInClient>();

/** A writer at the line of a live room of their own. */
async function sitDown(
  stage: Stage,
): Promise<{ readonly writer: Person; readonly room: Room; readonly line: Locator }> {
  const owner = await world.member('writer');
  const room = await openRoom(owner);
  const writer = await stage.enter({ url: world.url, as: owner, name: 'writer' });
  owners.set(writer, owner);
  await writer.goto(`/transcribe/${room.id}`);
  await lamp(writer.page, wordsFor(writer).reader.live).waitFor();
  const line = writer.page.getByLabel(wordsFor(writer).room.line, { exact: true });
  await line.focus();
  return { writer, room, line };
}

/** The same member from another device. */
async function ownerOf(writer: Person): Promise<SignedInClient> {
  const owner = owners.get(writer);
  if (owner === undefined) throw new Error('This writer has not sat down.');
  return owner;
}

async function untilLine(line: Locator, wanted: string): Promise<void> {
  await until(
    () => line.inputValue(),
    (text) => text === wanted,
  );
}

/** One stroke of a steno machine: what it takes back and what it writes, without any time between. */
async function strike(
  { page }: Person,
  { backspaces, text }: { readonly backspaces: number; readonly text: string },
): Promise<void> {
  await page.evaluate(`for (let left = ${backspaces}; left > 0; left -= 1) document.execCommand('delete', false);
    document.execCommand('insertText', false, ${JSON.stringify(text)})`);
}

/** Remembers every draft line that the page shows. */
async function watchDraft({ page }: Person): Promise<void> {
  await page.evaluate(`window.drafts = [];
    new MutationObserver(() => {
      for (const line of document.querySelectorAll('p.draft-line')) window.drafts.push(line.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true })`);
}

/** Where the eyes and the hands are. */
const whereItStands = `JSON.stringify({
  isFocused: document.activeElement?.matches('.live-line textarea') === true,
  caret: document.activeElement?.selectionStart,
  text: document.activeElement?.value,
  scroll: Math.round(scrollY),
})`;

/** All that the browser keeps for later, as it stands on this machine. */
const keptHere = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('scribecast-outbox');
  opening.onerror = reject;
  opening.onsuccess = () => {
    const reading = opening.result.transaction('entries').objectStore('entries').getAll();
    reading.onsuccess = () => resolve(JSON.stringify(reading.result));
    reading.onerror = reject;
    opening.result.close();
  };
})`;

async function revise(
  owner: SignedInClient,
  { id }: Room,
  { from, text }: { readonly from: string; readonly text: string },
): Promise<void> {
  const [segment] = await world.sql('select id from segments where transcript_id = $1 and text = $2', [
    id,
    from,
  ]);
  await owner.data(`mutation ($input: ReviseSegmentInput!) { reviseSegment(input: $input) { __typename } }`, {
    input: { id: segment?.['id'], baseRevision: 1, text, speaker: null },
  });
}
