import { expect, test } from '@jest/globals';

import { blocksOf, piecesOf } from './markdown.rules.ts';

test('headings, paragraphs, lists, quotes, code and rules are told apart', () => {
  const source =
    '# 通知\n今晚维护\n两小时\n\n- 一\n- 二\n1. first\n2. second\n> 请保存\n---\n```\n**raw**\n```\nend';
  expect(blocksOf(source)).toEqual([
    { kind: 'heading', level: 1, text: '通知' },
    { kind: 'paragraph', text: '今晚维护\n两小时' },
    { kind: 'list', isOrdered: false, items: ['一', '二'] },
    { kind: 'list', isOrdered: true, items: ['first', 'second'] },
    { kind: 'quote', text: '请保存' },
    { kind: 'rule' },
    { kind: 'code', text: '**raw**' },
    { kind: 'paragraph', text: 'end' },
  ]);
});

test('a fence that is never closed runs to the end', () => {
  expect(blocksOf('```\na\nb')).toEqual([{ kind: 'code', text: 'a\nb' }]);
});

test('bold, emphasis, code, strikes and links are pieces of a line', () => {
  expect(piecesOf('a **b** *c* `d` ~~e~~ [f](https://g.example/h)')).toEqual([
    { kind: 'text', text: 'a ' },
    { kind: 'strong', text: 'b' },
    { kind: 'text', text: ' ' },
    { kind: 'em', text: 'c' },
    { kind: 'text', text: ' ' },
    { kind: 'code', text: 'd' },
    { kind: 'text', text: ' ' },
    { kind: 'gone', text: 'e' },
    { kind: 'text', text: ' ' },
    { kind: 'link', text: 'f', href: 'https://g.example/h' },
  ]);
});

test('a link that leads to a script stays text, and so does HTML', () => {
  const line = '[x](javascript:alert(1)) <b>y</b>';
  expect(piecesOf(line)).toEqual([{ kind: 'text', text: line }]);
});

test('lone stars are text', () => {
  expect(piecesOf('2 * 3 * 4')).toEqual([{ kind: 'text', text: '2 * 3 * 4' }]);
});
