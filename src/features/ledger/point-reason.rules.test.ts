import { describe, expect, test } from '@jest/globals';
import { reasonText } from './point-reason.rules.ts';

describe('the reason of a movement of points', () => {
  test('names the transcript and counts minutes from one', () => {
    const facts = { title: '周会', first: 0, last: 0 };
    expect(reasonText({ kind: 'TRANSCRIPTION', facts })).toEqual({
      zh: '速录《周会》第 1 分钟',
      en: 'Live typing of “周会”, minute 1',
    });
    expect(reasonText({ kind: 'TRANSCRIPTION', facts: { ...facts, last: 2 } }).en).toContain('minutes 1–3');
  });

  test('says how long a gift is valid, where it ends at all', () => {
    expect(reasonText({ kind: 'WELCOME_GIFT', facts: { months: 12 } }).en).toBe(
      'Welcome gift, valid for 12 months',
    );
    expect(reasonText({ kind: 'WELCOME_GIFT', facts: { months: 1 } }).en).toBe(
      'Welcome gift, valid for 1 month',
    );
    expect(reasonText({ kind: 'WELCOME_GIFT', facts: { months: 0 } }).zh).toBe('新会员赠送');
  });
});
