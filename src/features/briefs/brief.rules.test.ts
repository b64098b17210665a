import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkBriefs, checkCode, checkRemovals, codeKey, entriesPerSaveMax } from './brief.rules.ts';

const faultOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error instanceof InvalidInput ? { field: error.field, limit: error.limit } : error;
  }
};
const brief = (code: string): { code: string; text: string; note: string } => ({
  code,
  text: '字',
  note: '',
});

describe('a code', () => {
  test('is one whatever its width and letter case', () => {
    expect(codeKey('ＺＸＭ')).toBe('zxm');
    expect(codeKey('ZxM')).toBe(codeKey('zxm'));
  });

  test('is kept as it was given', () => {
    expect(checkCode('code', 'TKPWH/-D*')).toBe('TKPWH/-D*');
    expect(checkCode('code', 'ＺＸＭ')).toBe('ＺＸＭ');
  });

  test.each([[''], ['a b'], ['张'], ['é'], ['a\u0000'], ['x'.repeat(41)], ['㍿'.repeat(40)]])(
    'cannot be %j',
    (code) => expect(faultOf(() => checkCode('code', code))).toMatchObject({ field: 'code' }),
  );
});

describe('a save', () => {
  test('holds each code once', () => {
    expect(faultOf(() => checkBriefs([brief('a'), brief('A')]))).toEqual({ field: 'put', limit: null });
    expect(checkBriefs([brief('a'), brief('b')])).toHaveLength(2);
  });

  test('has its limits', () => {
    const many = Array.from({ length: entriesPerSaveMax + 1 }, (_, i) => brief(`c${i}`));
    expect(faultOf(() => checkBriefs(many))).toEqual({ field: 'put', limit: entriesPerSaveMax });
    expect(checkBriefs(many.slice(1))).toHaveLength(entriesPerSaveMax);
    expect(faultOf(() => checkRemovals(many.map(({ code }) => code)))).toMatchObject({ field: 'remove' });
    expect(faultOf(() => checkBriefs([{ ...brief('a'), text: '字'.repeat(401) }]))).toEqual({
      field: 'put.text',
      limit: 400,
    });
    expect(faultOf(() => checkBriefs([{ ...brief('a'), text: 'a\nb' }]))).toMatchObject({
      field: 'put.text',
    });
    expect(faultOf(() => checkBriefs([{ ...brief('a'), note: 'n'.repeat(201) }]))).toMatchObject({
      field: 'put.note',
    });
  });
});
