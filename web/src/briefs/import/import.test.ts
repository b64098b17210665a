import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { codeKey, type Brief, type BriefMap } from '../brief.ts';
import { batchesOf, compareImport } from './compare-import.ts';
import { asCsv, asPlover } from './export-briefs.ts';
import { parseBriefs } from './parse-briefs.ts';
import { parseCsv } from './parse-csv.ts';
import { textOfPlover } from './plover-text.ts';

const briefsOf = (source: string): readonly Brief[] => parseBriefs(source).found.map(({ brief }) => brief);
const mapOf = (briefs: readonly Brief[]): BriefMap =>
  new Map(briefs.map((brief) => [codeKey(brief.code), brief]));
const brief = (code: string, text: string, note = ''): Brief => ({ code, text, note });

describe('a CSV file', () => {
  test.each([
    [
      'plain',
      'a,一\nb,二',
      [
        ['a', '一'],
        ['b', '二'],
      ],
    ],
    [
      'with CRLF, a mark of byte order and a last line break',
      '\uFEFFa,一\r\nb,二\r\n',
      [
        ['a', '一'],
        ['b', '二'],
      ],
    ],
    [
      'with old Mac line breaks',
      'a,一\rb,二',
      [
        ['a', '一'],
        ['b', '二'],
      ],
    ],
    [
      'with empty lines',
      '\n\na,一\n\n\nb,二\n\n',
      [
        ['a', '一'],
        ['b', '二'],
      ],
    ],
    [
      'with quotes, commas and line breaks in cells',
      '"a","x, ""y""\nz"\nb,二',
      [
        ['a', 'x, "y"\nz'],
        ['b', '二'],
      ],
    ],
    [
      'with tabs',
      'a\t一，1,2\tnote\nb\t二',
      [
        ['a', '一，1,2', 'note'],
        ['b', '二'],
      ],
    ],
    ['with something behind a quote', '"a"b,一', [['ab', '一']]],
    ['with quotes inside a plain cell', 'a,he said "no"', [['a', 'he said "no"']]],
    [
      'with empty cells',
      ',,\na,',
      [
        ['', '', ''],
        ['a', ''],
      ],
    ],
    ['empty', '', []],
  ])('%s', (_name, source, cells) => expect(parseCsv(source).rows.map((row) => row.cells)).toEqual(cells));

  test('tells the line that each row begins on', () => {
    expect(parseCsv('a,1\n"b\nc",2\r\n\nd,3').rows.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  test('tells where a quotation never ends, and keeps what came before', () => {
    const parsed = parseBriefs('a,一\nb,"二\nc,三');
    expect(parsed.problem).toEqual({ kind: 'openQuote', line: 2 });
    expect(parsed.found[0]?.brief).toEqual(brief('a', '一'));
  });

  test('may have a heading in either language, and only that is left out', () => {
    expect(briefsOf('code,text,note\na,一,n')).toEqual([brief('a', '一', 'n')]);
    expect(briefsOf('略码,文字\na,一')).toEqual([brief('a', '一')]);
    expect(briefsOf('code,暗号\na,一')).toHaveLength(2);
  });

  test('is read whole and in time with 20,000 nasty rows', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `"c${i}","文字 ""${i}"", 带逗号",备注\r\n`);
    const { found } = parseBriefs(rows.join(''));
    expect(found).toHaveLength(20_000);
    expect(found[19_999]).toMatchObject({
      line: 20_000,
      brief: { code: 'c19999', text: '文字 "19999", 带逗号' },
    });
  });

  test('never throws, and what is written is what is read', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'a,"\t 一。=\\{}'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (pairs) => {
        const briefs = pairs.map(([code, text]) => brief(code.trim(), text.trim(), ''));
        expect(briefsOf(asCsv(briefs))).toEqual(briefs);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (noise) => void parseBriefs(noise)));
  });
});

describe('a Plover dictionary', () => {
  test('is read, and its notes are empty', () => {
    expect(briefsOf('{"TKPWH": "god", "-T/A": "the 中"}')).toEqual([
      brief('TKPWH', 'god'),
      brief('-T/A', 'the 中'),
    ]);
  });

  test.each([
    ['{.}', '.'],
    ['end{.}', 'end.'],
    ['yes {,} sir', 'yes, sir'],
    ['a \\{b\\}', 'a {b}'],
    ['back\\\\slash', 'back\\slash'],
    ['plain text', 'plain text'],
  ])('%j stands for %j', (translation, text) => expect(textOfPlover(translation)).toBe(text));

  test.each([
    ['{^ing}'],
    ['{pre^}'],
    ['{^}'],
    ['{-|}'],
    ['{#Return}'],
    ['{PLOVER:SUSPEND}'],
    ['=undo'],
    ['{&a}'],
    ['a}b'],
    ['{open'],
  ])('%j is a command and no text', (translation) => expect(textOfPlover(translation)).toBeNull());

  test('tells commands and what is no text from what it brings', () => {
    const parsed = parseBriefs('{"A": "a", "B": "{^ing}", "C": 7}');
    expect(parsed.found.map(({ fault }) => fault)).toEqual([null, 'ploverCommand', 'notText']);
  });

  test.each([
    ['{"a": ', 'badJson'],
    ['["a"]', 'notPlover'],
  ])('%j is refused as a whole', (source, kind) => expect(parseBriefs(source).problem).toEqual({ kind }));

  test('comes back as it went out', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'a{}\\^.中 '), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(texts, (text) => {
        const wanted = text.trim();
        const [back] = briefsOf(asPlover([brief('A', wanted)]));
        expect(back?.text).toBe(wanted);
      }),
    );
  });
});

describe('the preview of an import', () => {
  test('tells what is new, changed, the same and refused, and why', () => {
    const standing = mapOf([brief('a', '一'), brief('b', '二')]);
    const { found } = parseBriefs('A,壹\nb,二\nc,三\nc,叁\nc,三\nd\ne,\n坏,x\nf f,x');
    const compared = compareImport(found, standing);
    expect(compared.fresh).toEqual([brief('c', '三')]);
    expect(compared.changed).toEqual([{ before: brief('a', '一'), after: brief('A', '壹') }]);
    expect(compared.sameCount).toBe(2);
    expect(compared.refused.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'duplicate'],
      [6, 'fewCells'],
      [7, 'noText'],
      [8, 'badCode'],
      [9, 'badCode'],
    ]);
  });

  test('refuses what the dictionary cannot hold, and still changes what it has', () => {
    const standing = mapOf(Array.from({ length: 19_999 }, (_, i) => brief(`c${i}`, 'x')));
    const { found } = parseBriefs('n1,1\nn2,2\nc5,y');
    const compared = compareImport(found, standing);
    expect(compared.fresh).toHaveLength(1);
    expect(compared.changed).toHaveLength(1);
    expect(compared.refused).toMatchObject([{ reason: 'full' }]);
  });

  test('is sent in parts that the server takes, nothing lost and in order', () => {
    const long = Array.from({ length: 3_000 }, (_, i) =>
      brief(`c${i}`, '字'.repeat(i % 400 || 1), '备'.repeat(i % 200)),
    );
    const batches = batchesOf(long);
    expect(batches.flat()).toEqual(long);
    for (const batch of batches) {
      expect(batch.length).toBeLessThanOrEqual(1_000);
      expect(new TextEncoder().encode(JSON.stringify(batch)).length).toBeLessThan(900_000);
    }
    expect(batchesOf([])).toEqual([]);
  });
});
