import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMeeting } from './parse-meeting.rules.ts';
import type { ImportedSegment } from './parse-meeting.rules.ts';

/** Removes blank lines and what `structure` matches at the start of each line, and nothing else. */
function reconstruct(body: string, structure: RegExp): string {
  return body
    .split(/\r\n|\n|\r/u)
    .map((line) => line.replace(structure, ''))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function textOf(segments: readonly ImportedSegment[]): string {
  return segments.map(({ text }) => text).join('\n');
}

const english = `
## Opening

Ann Lee: 00:00:09

Good evening: it is 7:30, so we start.  Two  spaces.

Tom van Dam: 00:00:15 \n
Thank you. See https://example.org/a:b?c=[1:30]. \n
 A second paragraph, indented: with a colon.
\tAnd a tab.

Ann Lee: 00:01:02

No.
`;

const chinese = `
根据规则：与会者都用了假名；录音不公开。

# 概念

林晓（LX）：我先开个场。

LX：言归正传，“限制条款（covenant）”：这个词有历史。

 周明（ZM）：当然 —— 我认为 ……

也就是说：没有人知道。

Q：怎么拆分 \`s\` 和  \`R\`？
👩‍👩‍👧 也来了。
`;

describe('an import', () => {
  test('keeps every character of an English meeting with times', () => {
    const structure = /^\s*(?:Ann Lee|Tom van Dam): (?:\d\d:){2}\d\d\s*$/u;
    expect(textOf(parseMeeting(english).segments)).toBe(reconstruct(english, structure));
  });

  test('keeps every character of a Chinese meeting with speakers', () => {
    const structure = /^\s*(?:林晓（LX）|LX|周明（ZM）|Q)：/u;
    expect(textOf(parseMeeting(chinese).segments)).toBe(reconstruct(chinese, structure));
  });

  test('gives back the turns that a file was written from', () => {
    const name = fc.constantFrom('Ann', '甲', '王主任', 'Sjors Provoost', 'Speaker 2', 'Q', '观众 A');
    const line = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .map((text) => text.replaceAll(/[\r\n]/gu, ''))
      .filter((text) => /\S/u.test(text));
    // A comma before anything else keeps an arbitrary line from looking like a label, a time or a heading.
    const paragraph = line.map((text) => `，${text}`);
    const turn = fc.record({
      name,
      seconds: fc.option(fc.integer({ min: 0, max: 35_999 })),
      paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
      isBelow: fc.boolean(),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      colon: fc.constantFrom(': ', '：'),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 8 }), (turns) => {
        const source = turns
          .map(({ name: speaker, seconds, paragraphs, isBelow, lineEnd, colon }) => {
            const time = seconds === null ? '' : isBelow ? clock(seconds) : `[${clock(seconds)}] `;
            const gap = isBelow ? lineEnd.repeat(2) : '';
            return `${speaker}${colon}${time}${gap}${paragraphs.join(lineEnd.repeat(2))}${lineEnd.repeat(2)}`;
          })
          .join('');
        const expected = turns.flatMap(({ name: speaker, seconds, paragraphs }) =>
          paragraphs.map((text, index) => ({
            speaker,
            text,
            startedMs: index === 0 && seconds !== null ? seconds * 1000 : null,
            endedMs: null,
          })),
        );
        expect(parseMeeting(source).segments).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('loses and doubles no word, however labels, times, marks and line breaks are thrown together', () => {
    const structure = fc.constantFrom(
      ...[
        'Ann: ',
        '甲：',
        'Ann（A）：',
        'A: ',
        '**Bob:** ',
        'Ann 0:10',
        '[0:09] ',
        '0:09',
        '00:00:10',
        '[0:09 - 0:12]',
      ],
      ...[
        '\n',
        '\n',
        '\r\n\r\n',
        '\n\n',
        ' ',
        '\t',
        '## ',
        '---',
        '- ',
        '（',
        '）',
        ':',
        '：',
        '\uFEFF',
        '時間：',
      ],
    );
    const word = fc.constant(null);
    fc.assert(
      fc.property(fc.array(fc.oneof(structure, structure, word), { maxLength: 40 }), (parts) => {
        // Numbered, so that order shows; with a comma, so that no rule can take one for a name.
        const source = parts.map((part, index) => part ?? `w${String(index)},`).join('');
        const words = (text: string) => text.match(/w\d+,/gu) ?? [];
        expect(words(textOf(parseMeeting(source).segments))).toEqual(words(source));
      }),
      { numRuns: 2000 },
    );
  });
});

function clock(seconds: number): string {
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}
