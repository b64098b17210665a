import { describe, expect, test } from '@jest/globals';
import { parseMeeting } from './parse-meeting.rules.ts';

/** Speaker and text of every segment: what most of these tests are about. */
function said(source: string): readonly (readonly [string | null, string])[] {
  return parseMeeting(source).segments.map(({ speaker, text }) => [speaker, text]);
}

/** Speaker, start and end in seconds, and text. */
function timed(source: string) {
  return parseMeeting(source).segments.map(({ speaker, startedMs, endedMs, text }) => [
    speaker,
    startedMs === null ? null : startedMs / 1000,
    endedMs === null ? null : endedMs / 1000,
    text,
  ]);
}

describe('speakers', () => {
  test('a name and a colon start a turn, with either colon and in either script', () => {
    expect(said('Ann: Hello.\nBob：Hi.\n\n甲：你好。\n乙:你也好。\nSjors Provoost: Thank you.')).toEqual([
      ['Ann', 'Hello.'],
      ['Bob', 'Hi.'],
      ['甲', '你好。'],
      ['乙', '你也好。'],
      ['Sjors Provoost', 'Thank you.'],
    ]);
  });

  test('several paragraphs belong to the speaker who began them', () => {
    expect(said('甲：第一段。\n\n第二段。\n\n第三段，\n分两行。\n\n乙：好。')).toEqual([
      ['甲', '第一段。'],
      ['甲', '第二段。'],
      ['甲', '第三段，\n分两行。'],
      ['乙', '好。'],
    ]);
  });

  test('the words may stand below the name', () => {
    expect(said('Ann:\nHello.\n\nBob:\n\nHi.\n\nHow are you?')).toEqual([
      ['Ann', 'Hello.'],
      ['Bob', 'Hi.'],
      ['Bob', 'How are you?'],
    ]);
  });

  test('text without any speaker is kept as it is', () => {
    expect(said('Just a paragraph.\n\nAnd another.')).toEqual([
      [null, 'Just a paragraph.'],
      [null, 'And another.'],
    ]);
  });

  test('a name in bold loses its marks, the text keeps its own', () => {
    expect(said('**Ann:** Hello, *dear*.\n\n**王主任**：大家**安静**。')).toEqual([
      ['Ann', 'Hello, *dear*.'],
      ['王主任', '大家**安静**。'],
    ]);
  });

  test('titles, particles, roles and numbers are part of names', () => {
    const names = [
      'Dr. Lin',
      'Aaron van Wirdum',
      'Speaker 2',
      'Audience member',
      "Mary O'Neil-Smith",
      'J. R. Ames',
    ];
    for (const name of [...names, '原告代理人', '居民代表王阿姨', '观众 A', '李·约翰', 'alice']) {
      expect(said(`${name}: 好 OK.`)).toEqual([[name, '好 OK.']]);
    }
  });

  test('a name longer than a speaker may be is text', () => {
    const long = `${'Ann '.repeat(25)}Lee`;
    expect(said(`**${long}:** Hello.`)).toEqual([[null, `**${long}:** Hello.`]]);
  });
});

describe('aliases', () => {
  test('a long name with an alias, the alias and the bare name are one speaker, shown as first written', () => {
    const source =
      'Shaun Apps（SA）：开场。\n\nSA：言归正传。\n\n Andrew Poelstra（AP）：当然。\n\nAP：有两种。\n\nAndrew Poelstra：对。';
    expect(said(source).map(([speaker]) => speaker)).toEqual([
      'Shaun Apps（SA）',
      'Shaun Apps（SA）',
      'Andrew Poelstra（AP）',
      'Andrew Poelstra（AP）',
      'Andrew Poelstra（AP）',
    ]);
  });

  test('the alias may speak before the long name does', () => {
    expect(said('SA: Hello.\n\nShaun Apps (SA): I am Shaun.')[0]?.[0]).toBe('Shaun Apps (SA)');
  });

  test('an alias of two people, and a remark in brackets, stay as written', () => {
    const source = '张三（北京）：好。\n李四（北京）：好。\n北京：收到。\nAnn (laughing): Ha.\nAnn: Sorry.';
    expect(said(source).map(([speaker]) => speaker)).toEqual([
      '张三（北京）',
      '李四（北京）',
      '北京',
      'Ann (laughing)',
      'Ann',
    ]);
  });
});

describe('times', () => {
  test('a time behind the name counts from the start of the recording, hours or not', () => {
    const source =
      'Ann: 00:00:09\n\nHello.\n\nBob: 1:05 \n\nHi.\n\n甲：[01:02:03] 你好。\n乙（00:10:30）：好。\n丙: 12:00\n好的。';
    expect(timed(source)).toEqual([
      ['Ann', 9, null, 'Hello.'],
      ['Bob', 65, null, 'Hi.'],
      ['甲', 3723, null, '你好。'],
      ['乙', 630, null, '好。'],
      ['丙', 720, null, '好的。'],
    ]);
  });

  test('a time may stand before the name, above it, or with no name at all', () => {
    const source = '[00:00:09] Ann: Hello.\n[0:12] Still Ann.\n\n00:01:00\n\nBob: Hi.\n\n张三 00:01:05\n好。';
    expect(timed(source)).toEqual([
      ['Ann', 9, null, 'Hello.'],
      ['Ann', 12, null, 'Still Ann.'],
      ['Bob', 60, null, 'Hi.'],
      ['张三', 65, null, '好。'],
    ]);
  });

  test('bare minutes at the start of lines are times when they run like a recording', () => {
    expect(timed('0:03 Hello.\n0:09 Ann: Hi.\n1:30 Bye.')).toEqual([
      [null, 3, null, 'Hello.'],
      ['Ann', 9, null, 'Hi.'],
      ['Ann', 90, null, 'Bye.'],
    ]);
  });

  test('of a range the first segment gets the start and the last the end', () => {
    expect(timed('[0:01 - 0:09.5] Ann: One.\n\nTwo.\n\nThree.')).toEqual([
      ['Ann', 1, null, 'One.'],
      ['Ann', null, null, 'Two.'],
      ['Ann', null, 9.5, 'Three.'],
    ]);
  });

  test('a time with nothing said under it is text', () => {
    expect(timed('Ann: 10:30\n\nBob: Fine.\n\nAnn: [10:45]')).toEqual([
      ['Ann', null, null, '10:30'],
      ['Bob', null, null, 'Fine.'],
      ['Ann', null, null, '[10:45]'],
    ]);
  });
});

describe('Markdown', () => {
  test('a heading is a segment of its own, marks included, and ends the turn', () => {
    expect(said('Ann: Hello.\n## Part two \nNobody knows who says this.')).toEqual([
      ['Ann', 'Hello.'],
      [null, '## Part two '],
      [null, 'Nobody knows who says this.'],
    ]);
  });

  test('front matter gives the title and is not text', () => {
    const source =
      '---\ntitle: "Say \\"hi\\": a talk"\ntags:\n  - x\nsummary: |-\n  Ann: not said.\n\n  Never.\ndate: 2026-01-02\n---\nAnn: Hi.';
    expect(parseMeeting(source)).toEqual({
      title: 'Say "hi": a talk',
      segments: [{ speaker: 'Ann', text: 'Hi.', startedMs: null, endedMs: null }],
    });
  });

  test('front matter may name speakers that no rule would take for names', () => {
    const line = '那些年, 乐队: 好 OK.';
    expect(said(line)).toEqual([[null, line]]);
    expect(said(`---\nspeakers:\n- "那些年, 乐队"\n---\n${line}`)).toEqual([['那些年, 乐队', '好 OK.']]);
  });

  test('a rule at the top is text when no front matter follows', () => {
    expect(said('---\nHello there.\n---')).toEqual([
      [null, '---'],
      [null, 'Hello there.'],
      [null, '---'],
    ]);
  });

  test('without front matter an only top heading is the title too', () => {
    expect(parseMeeting('# 产品周会 #\n\n甲：开始。').title).toBe('产品周会');
    expect(parseMeeting('# One\n\nx\n\n# Two').title).toBeNull();
    expect(parseMeeting('甲：开始。').title).toBeNull();
  });
});

describe('files as they come', () => {
  test('a byte order mark and any line ends make no difference', () => {
    const source = '---\ntitle: T\n---\nAnn: Hello.\nMore.\n\nBob: Hi.';
    expect(parseMeeting(`\uFEFF${source.replaceAll('\n', '\r\n')}`)).toEqual(parseMeeting(source));
    expect(parseMeeting(source.replaceAll('\n', '\r'))).toEqual(parseMeeting(source));
  });

  test('spaces and tabs around labels are structure, in text they are kept', () => {
    expect(said(' \tAnn \t: \t Hello,  you. \t\n \n  Indented. ')).toEqual([
      ['Ann', 'Hello,  you. \t'],
      ['Ann', '  Indented. '],
    ]);
  });

  test('an empty file has no segments', () => {
    for (const source of ['', '\uFEFF', ' \n\t\n', '---\ntitle: T\n---\n']) expect(said(source)).toEqual([]);
  });

  test('a paragraph longer than a segment becomes several, timed at both ends', () => {
    const sentence = '这是一句话。';
    const segments = parseMeeting(`[0:01-0:09] 甲：${sentence.repeat(4000)}`).segments;
    expect(segments.map(({ text }) => text.length)).toEqual([9996, 9996, 4008]);
    expect(segments.map(({ speaker, startedMs, endedMs }) => [speaker, startedMs, endedMs])).toEqual([
      ['甲', 1000, null],
      ['甲', null, null],
      ['甲', null, 9000],
    ]);
  });
});
