import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { cueLines } from './cue-lines.ts';

test.each([
  ['lines', '一\n二\r\n三\r四', ['一', '二', '三', '四']],
  ['sentences of one line', '大家好。今天开会！谁先来？', ['大家好。', '今天开会！', '谁先来？']],
  ['quotations', '他说：“好。”然后走了。', ['他说：“好。”', '然后走了。']],
  ['several marks', '真的？！当然……好', ['真的？！', '当然……', '好']],
  [
    'English',
    'Good morning. We begin at 3.30 p.m. today. Ready?',
    ['Good morning.', 'We begin at 3.30 p.m. today.', 'Ready?'],
  ],
  ['Markdown', '# 标题\n\n- 第一\n> 引文\n---\n正文', ['标题', '第一', '引文', '正文']],
  ['nothing', ' \n\n', []],
])('%s', (_name, script, lines) => expect(cueLines(script)).toEqual(lines));

test('a sentence that never ends is cut behind a comma', () => {
  const [first = '', second = ''] = cueLines(`${'字'.repeat(400)}，${'文'.repeat(300)}`);
  expect(first).toBe(`${'字'.repeat(400)}，`);
  expect(second).toBe('文'.repeat(300));
  expect(cueLines('😀'.repeat(1_200)).map((line) => [...line].length)).toEqual([500, 500, 200]);
});

test('nothing that was written is lost but space', () => {
  const script = fc.string({ unit: fc.constantFrom(...'字文a B.。，！”“\n '), maxLength: 1_500 });
  const bare = (text: string): string => text.replace(/\s/g, '');
  fc.assert(
    fc.property(script, (text) => {
      expect(bare(cueLines(text).join(''))).toBe(bare(text));
    }),
  );
});

test('200,000 characters are cut', () => {
  expect(cueLines('这是一句话，后面还有。'.repeat(18_000)).length).toBe(18_000);
});
