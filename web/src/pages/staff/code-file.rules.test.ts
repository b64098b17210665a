import { expect, test } from '@jest/globals';

import { codeFileName, codesAsCsv, codesAsText } from './code-file.rules.ts';

const batch = { id: '01890000-0000-7000-8000-0000deadbeef', points: 300, codes: ['AAAA-1111', 'BBBB-2222'] };

test('the text file has every code on a line of its own', () => {
  expect(codesAsText(batch)).toBe('AAAA-1111\r\nBBBB-2222\r\n');
});

test('the CSV names its columns and repeats points and batch beside each code', () => {
  expect(codesAsCsv(batch, ['卡号', '点数', '批次'])).toBe(
    `\uFEFF卡号,点数,批次\r\nAAAA-1111,300,${batch.id}\r\nBBBB-2222,300,${batch.id}\r\n`,
  );
});

test('the file is named after what is in it', () => {
  expect(codeFileName(batch, 'csv')).toBe('scribecast-cards-2x300-deadbeef.csv');
});
