import { expect } from '@jest/globals';
import type { CDPSession, Locator } from 'playwright-core';
import { enter, say } from '../support/rooms.ts';
import type { Client } from '../support/client.ts';
import { startWorld } from '../support/world.ts';
import { comment, draftOf, linesOf, numbered, passGate, untilLines } from './acts.ts';
import { lineOf, sitDown, told, untilSaved } from './desk.ts';
import { revise } from './meeting.ts';
import { openTheatre, type Person } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene(
  'what an input method composes in the line is neither shown nor touched by what others do, and is there once when it is done',
  async (stage) => {
    const { owner, writer, room } = await sitDown(stage, world);
    const guest = world.visitor();
    await enter(guest, room);
    const reader = await stage.enter({ url: world.url, name: 'reader' });
    await passGate(reader, room);
    const ids = await sayAll(owner, room.id, numbered(60));
    await untilLines(writer.page, numbered(60));

    const line = lineOf(writer);
    await line.focus();
    await writer.page.keyboard.insertText('我们');
    await until(
      () => draftOf(reader.page).textContent(),
      (draft) => draft === '我们',
    );
    const ime = await inputMethod(writer);
    await ime.compose('lao');
    await ime.compose("lao'jie");
    await revise(owner, { id: ids[3]!, revision: 1 }, { text: 'line 4, corrected' });
    await revise(owner, { id: ids[59]!, revision: 1 }, { text: 'line 60, corrected' });
    await remove(owner, ids[10]!);
    await comment(guest, room.id, 'A question');
    await say(owner, room.id, 'a line of somebody else');
    const expected = numbered(60).map((text) =>
      text === 'line 4' || text === 'line 60' ? `${text}, corrected` : text,
    );
    const standing = [...expected.filter((text) => text !== 'line 11'), 'a line of somebody else'];
    await untilLines(writer.page, standing);
    await untilLines(reader.page, standing);
    expect(await line.inputValue()).toBe("我们lao'jie");
    expect(await isFocused(line)).toBe(true);
    expect(await draftOf(reader.page).textContent()).not.toContain('lao');

    await ime.insert('老街');
    await until(
      () => draftOf(reader.page).textContent(),
      (draft) => draft === '我们老街',
    );
    expect(await line.inputValue()).toBe('我们老街');
    await writer.page.keyboard.press('Enter');
    await untilLines(reader.page, [...standing, '我们老街']);
    await untilSaved(writer);
    expect(await told(world, room)).toEqual([...standing, '我们老街']);
  },
);

scene(
  'a correction that is being composed outlives the same segment being corrected by somebody else; both texts are offered',
  async (stage) => {
    const { owner, writer, room } = await sitDown(stage, world);
    const ids = await sayAll(owner, room.id, numbered(3));
    await untilLines(writer.page, numbered(3));
    await writer.page.getByRole('button', { name: /^Correct: line 2/ }).click();
    const field = writer.page.getByLabel('Correct this segment', { exact: true });
    await field.focus();
    await writer.page.keyboard.press('End');
    const ime = await inputMethod(writer);
    await ime.compose('geng');
    await ime.compose("geng'hao");
    await revise(owner, { id: ids[1]!, revision: 1 }, { text: 'line 2 of somebody else' });
    await say(owner, room.id, 'line 4');
    await until(
      () => linesOf(writer.page),
      (lines) => lines.includes('line 4'),
    );
    expect(await field.inputValue()).toBe("line 2geng'hao");
    expect(await isFocused(field)).toBe(true);
    await ime.insert('更好');
    expect(await field.inputValue()).toBe('line 2更好');
    await writer.page.keyboard.press('Enter');

    const conflict = writer.page.locator('.conflict-texts');
    await conflict.waitFor();
    expect(await conflict.innerText()).toContain('line 2 of somebody else');
    expect(await conflict.innerText()).toContain('line 2更好');
    expect(await told(world, room)).toEqual(['line 1', 'line 2 of somebody else', 'line 3', 'line 4']);
    await writer.page.getByRole('button', { name: 'Use mine', exact: true }).click();
    await untilLines(writer.page, ['line 1', 'line 2更好', 'line 3', 'line 4']);
    await untilSaved(writer);
    expect(await told(world, room)).toEqual(['line 1', 'line 2更好', 'line 3', 'line 4']);
  },
);

interface InputMethod {
  /** What is composed stands in the field, underlined, and is not text yet. */
  readonly compose: (syllables: string) => Promise<unknown>;
  readonly insert: (text: string) => Promise<unknown>;
}

async function inputMethod({ context, page }: Person): Promise<InputMethod> {
  const devtools: CDPSession = await context.newCDPSession(page);
  return {
    compose: (text) =>
      devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    insert: (text) => devtools.send('Input.insertText', { text }),
  };
}

const isFocused = (field: Locator): Promise<boolean> =>
  field.evaluate(
    (element) =>
      element ===
      (element as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
  );

async function sayAll(
  owner: Client,
  transcriptId: string,
  lines: readonly string[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const line of lines) ids.push((await say(owner, transcriptId, line)).segment!.id);
  return ids;
}

const remove = (owner: Client, id: string): Promise<unknown> =>
  owner.data(`mutation ($input: RemoveSegmentInput!) { removeSegment(input: $input) { __typename } }`, {
    input: { id },
  });
