/**
 * A process of the house that does a keyed spend and is killed at a point of it: what `kill -9` or a power cut leaves
 * behind. Runs on the built files, for the features carry decorators. Arguments: the database's url, the member's id,
 * the key, and the point.
 */
import path from 'node:path';
import pino from 'pino';

const built = (file: string): string => path.resolve('dist/src', file);
const { openOrm } = (await import(
  built('platform/database/orm.js')
)) as typeof import('../../../src/platform/database/orm.ts');
const { Outbox } = (await import(
  built('platform/events/outbox.js')
)) as typeof import('../../../src/platform/events/outbox.ts');
const { rows, sql } = (await import(
  built('platform/database/sql.js')
)) as typeof import('../../../src/platform/database/sql.ts');
const { answerOnce, spendRewardPoints } = (await import(
  built('features/ledger/index.js')
)) as typeof import('../../../src/features/ledger/index.ts');

const { MemberEntity } = (await import(
  built('features/members/member.entity.js')
)) as typeof import('../../../src/features/members/member.entity.ts');

const [, , url = '', memberId = '', key = '', point = ''] = process.argv;
const orm = await openOrm({ url, entities: [MemberEntity], migrations: [] });
const outbox = new Outbox(orm.em.fork(), pino({ level: 'silent' }));

async function dieAt(here: string): Promise<void> {
  if (here !== point) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
}

if (point.startsWith('telling')) {
  outbox.on('pointsMoved', () => dieAt('telling: before anybody hears'), { before: 'answer' });
  outbox.on('pointsMoved', () => dieAt('telling: heard and not noted'), { before: 'answer' });
}
const ctx = { em: orm.em.fork(), outbox, bus: { publish: () => undefined } } as unknown as Parameters<
  typeof answerOnce
>[0];
await dieAt('before it begins');
await answerOnce(ctx, { actor: memberId, key, request: { operation: 'spend', points: 4 } }, async (unit) => {
  await dieAt('after the key is taken');
  if (point === 'after the accounts are locked') {
    await rows(
      unit.em,
      sql`select 1 from accounts where member_id = ${memberId} order by currency, kind for update`,
    );
    await dieAt(point);
  }
  const spent = await spendRewardPoints(unit, {
    memberId,
    points: 4,
    name: `spend:${key}`,
    reason: { zh: '测试', en: 'Test' },
  });
  await dieAt('before the commit');
  return spent;
});
await dieAt('after the commit, before the answer');
// Whoever is to be killed from outside, in the midst of a posting, never comes here.
process.exit(0);
