import { expect } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { numbered, typeLine, untilLines } from './acts.ts';
import { lineOf, sitDown, told, typeAll, untilLineHolds, untilSaved } from './desk.ts';
import { openTheatre } from './scene.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene(
  'a page that is reloaded in the middle of a line, again and again, loses no character and doubles none',
  async (stage) => {
    const { writer, room } = await sitDown(stage, world);
    const { page } = writer;
    page.on('dialog', (dialog) => void dialog.accept());
    const text = '一二三四五六七八九十';
    for (let at = 0; at < text.length; at += 2) {
      await lineOf(writer).focus();
      await page.keyboard.press('End');
      await page.keyboard.insertText(text.slice(at, at + 2));
      await page.reload();
      await untilLineHolds(writer, text.slice(0, at + 2));
    }
    await page.keyboard.press('Enter');
    await untilLines(page, [text]);

    // Right after the Enter: whether it was sent, nobody knows.
    for (const line of numbered(3)) {
      await typeLine(writer, line);
      await page.reload();
      await lineOf(writer).waitFor();
    }
    await untilLines(page, [text, ...numbered(3)]);
    await untilSaved(writer);
    expect(await lineOf(writer).inputValue()).toBe('');
    expect(await told(world, room)).toEqual([text, ...numbered(3)]);
    await typeAll(writer, ['and on']);
    await untilLines(page, [text, ...numbered(3), 'and on']);
  },
);
