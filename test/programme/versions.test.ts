import { describe, expect, test } from '@jest/globals';
import { programmeConfig, programmeConfigAt } from '../../src/features/programme/index.ts';
import { programmeDefaults } from '../../src/features/programme/programme-defaults.rules.ts';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import { hourMs } from '../../src/platform/time/clock.ts';
import { startWorld } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';
import { newestVersion, saveProgramme } from './acts.ts';

const world = await startWorld();
const operator = await world.operator();

const dormantDays = async (): Promise<number> =>
  (await programmeConfig(world.system())).rules.care.dormantDays;

describe('the rules of the programme', () => {
  test('are the defaults at first, and everybody may read them in either language (M2.16, M3.5)', async () => {
    expect((await programmeConfigAt(world.system(), 1))?.rules).toEqual(programmeDefaults);
    const ask = '{ programme { version sections { id title rules { text isInForce } } } }';
    const visitor = world.visitor();
    const { programme } = await visitor.data<Wire>(ask);
    visitor.locale = 'zh-CN';
    const { programme: inChinese } = await visitor.data<Wire>(ask);
    expect([programme.version, programme.sections[0].title, inChinese.sections[0].title]).toEqual([
      1,
      'Levels',
      '会员等级',
    ]);
  });

  test('are saved as a new version with who, when and what, and the old one stays', async () => {
    const basedOn = await newestVersion(operator);
    const saved = await saveProgramme(operator, {
      basedOn,
      figures: { 'tiers.T2.spendFen': '4000' },
      note: 'Spring',
    });
    expect(saved.version).toMatchObject({
      version: basedOn + 1,
      note: 'Spring',
      isInForce: true,
      savedBy: { id: operator.id },
      changes: [{ key: 'tiers.T2.spendFen', before: '5,000', after: '4,000' }],
    });
    expect((await programmeConfig(world.system())).rules.tiers.T2.spendFen).toBe(400_000);
    expect((await programmeConfigAt(world.system(), basedOn))?.rules.tiers.T2.spendFen).toBe(500_000);
    const { programmeVersions } = await operator.data<Wire>(
      '{ programmeVersions { totalCount edges { node { version changes { key } } } } }',
    );
    expect(programmeVersions.edges[0].node).toEqual({
      version: basedOn + 1,
      changes: [{ key: 'tiers.T2.spendFen' }],
    });
  });

  test('that contradict each other are refused together, and nothing is written', async () => {
    const basedOn = await newestVersion(operator);
    const refused = await saveProgramme(operator, {
      basedOn,
      figures: { 'frequency.middle': '10', 'tiers.T4.payBp': '99', 'earn.invitation.isOn': 'true' },
    });
    expect(refused.__typename).toBe('ProgrammeContradictory');
    expect(refused.contradictions).toHaveLength(3);
    expect(refused.message).toContain('3 things');
    expect(await newestVersion(operator)).toBe(basedOn);
  });

  test.each([
    [{ figures: { 'tiers.T2.spendFen': '１０００' } }, 'tiers.T2.spendFen'],
    [{ figures: { 'no.such.figure': '1' } }, 'figures'],
    [{ note: ' ' }, 'note'],
    [{ note: 'x'.repeat(201) }, 'note'],
    [{ effectiveFrom: '2020-01-01T00:00:00Z' }, 'effectiveFrom'],
    [{ effectiveFrom: '2099-01-01T00:00:00Z' }, 'effectiveFrom'],
  ])('are refused when they are written as %j', async (draft, field) => {
    const basedOn = await newestVersion(operator);
    expect(await saveProgramme(operator, { basedOn, ...draft })).toMatchObject({
      __typename: 'InvalidInput',
      field,
    });
    expect(await newestVersion(operator)).toBe(basedOn);
  });

  test('of ten operators who start from the same version one wins', async () => {
    const basedOn = await newestVersion(operator);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        saveProgramme(operator, { basedOn, figures: { 'care.dormantDays': String(50 + i) } }),
      ),
    );
    const names = answers.map(({ __typename }) => __typename).toSorted();
    expect(names).toEqual([...Array<string>(9).fill('ProgrammeMovedOn'), 'SaveProgrammeSuccess']);
    expect(await newestVersion(operator)).toBe(basedOn + 1);
  });

  test('come into force when they say, and a later version replaces one that is still waiting', async () => {
    const from = (hours: number): string =>
      new Date(world.clock.now().getTime() + hours * hourMs).toISOString();
    const now = await dormantDays();
    const basedOn = await newestVersion(operator);
    await saveProgramme(operator, { basedOn, figures: { 'care.dormantDays': '41' }, effectiveFrom: from(2) });
    expect(await dormantDays()).toBe(now);
    world.clock.advance(3 * hourMs);
    expect(await dormantDays()).toBe(41);
    // The first one’s session is over by then.
    const another = await world.operator();
    await saveProgramme(another, {
      basedOn: basedOn + 1,
      figures: { 'care.dormantDays': '42' },
      effectiveFrom: from(5),
    });
    await saveProgramme(another, { basedOn: basedOn + 2, figures: { 'care.dormantDays': '43' } });
    world.clock.advance(6 * hourMs);
    expect(await dormantDays()).toBe(43);
  });

  test('are never changed where they are kept', async () => {
    await expect(world.sql('update programme_versions set note = note')).rejects.toThrow('never changed');
    await expect(world.sql('delete from programme_versions')).rejects.toThrow('never changed');
  });

  test('are read inside an act as that act sees them', async () => {
    const inside = await unitOfWork(world.system(), ({ em }) => programmeConfig({ ...world.system(), em }));
    expect(inside).toEqual(await programmeConfig(world.system()));
  });
});
