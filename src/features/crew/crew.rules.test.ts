import { describe, expect, test } from '@jest/globals';
import { crewMax, leadOf, rolesIn, without, withMember } from './crew.rules.ts';

const crew = { ownerId: 'o', writerIds: ['a', 'b'], organiserIds: ['c'], leadWriterId: 'b' };

describe('a crew', () => {
  test('has each in one part, the owner first', () => {
    expect(rolesIn(crew).map(({ memberId, role }) => `${memberId} ${role}`)).toEqual([
      'o OWNER',
      'a WRITER',
      'b WRITER',
      'c ORGANISER',
    ]);
  });

  test('is led by its owner until somebody else has the lead, and again when they go', () => {
    expect(leadOf(crew)).toBe('b');
    expect(leadOf({ ...crew, ...without(crew, 'b') })).toBe('o');
    expect(leadOf({ ...crew, ...without(crew, 'a') })).toBe('b');
  });

  test('moves who is invited again to the new part, and takes the lead from who types no more', () => {
    expect(withMember(crew, 'b', 'ORGANISER')).toEqual({
      writerIds: ['a'],
      organiserIds: ['c', 'b'],
      leadWriterId: null,
    });
    expect(withMember(crew, 'a', 'WRITER')).toBe(crew);
  });

  test('is full at its limit, for new ones only', () => {
    const writerIds = Array.from({ length: crewMax }, (_, i) => `w${i}`);
    const full = { ...crew, writerIds, leadWriterId: null };
    expect(withMember(full, 'new', 'WRITER')).toBeNull();
    expect(withMember(full, 'w0', 'WRITER')).toBe(full);
    expect(withMember(full, 'new', 'ORGANISER')?.organiserIds).toEqual(['c', 'new']);
  });
});
