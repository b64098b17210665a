import { describe, expect, test } from '@jest/globals';
import { parseMeeting } from './parse-meeting.rules.ts';

const prose = [
  '我想说的是：这件事不能再拖了。',
  '他说：“我们明天再谈。”',
  '换句话说：没有人知道。',
  '最重要的一点：安全。',
  '正常情况下，你的脚本的意思是：“我需要这个公钥对花费它的交易的一个签名”；而在这种情况下，你是在说别的。',
  '第一：预算。',
  '您好：欢迎大家。',
  '您看：就是这里。',
  '例如：上海、北京。',
  '时间：10:30',
  '10：30 开会，请准时。',
  '10:30 we meet again: bring your notes.',
  'There is one thing I want to say: we are late.',
  'The point is this: nobody asked.',
  'Here is my question: who pays for it?',
  'No, listen: that is wrong.',
  'Well, as Ann said: no.',
  'https://example.org/a:b is the page.',
  'http://example.org',
  'Call std::move: it does nothing.',
  'C:\\Users is a folder.',
  'Agenda: the budget, the roof.',
  'Note: this was not recorded.',
  'It is 10:30.',
  '- Ann: a list item, not a turn',
  '- 甲：列表里的一项',
  '接下来看预算：还剩三万。',
  '2026年11月21日：停水一天。',
  'Meet me at 10:30',
  'Lunch 12:30',
  '| Ann: | a table |',
  '`key: value` is YAML.',
  '> Ann: quoted',
  '#hashtag: not a heading',
  '[论坛帖子](https://example.org/x)：一篇帖子。',
];

describe('ordinary prose with a colon or a time', () => {
  test.each(prose)('is nobody’s turn: %s', (line) => {
    expect(parseMeeting(line).segments).toEqual([
      { speaker: null, text: line, startedMs: null, endedMs: null },
    ]);
  });

  test.each(prose)('stays with the speaker when it follows as a paragraph: %s', (line) => {
    const segments = parseMeeting(`Ann: Hello.\n\n${line}\n\nBob: Bye.`).segments;
    expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Ann', 'Hello.'],
      ['Ann', line],
      ['Bob', 'Bye.'],
    ]);
  });

  test('a line that goes on with a wrapped sentence names nobody', () => {
    const source =
      'Ann: I was walking down the road with my old friend\nBob: a man of few words, and many dogs.';
    expect(parseMeeting(source).segments).toHaveLength(1);
  });

  test('a day’s agenda keeps its hours as text', () => {
    const source = '10:30 Opening\n11:00 Break\n11:15 Votes';
    expect(parseMeeting(source).segments.map(({ text }) => text)).toEqual([source]);
  });
});
