/**
 * A process of the house that is killed after its act was committed and before its news was delivered: what
 * `kill -9` or a power cut leaves behind. Arguments: the database's url, a member's id, and whether the news is to be
 * told `before` or `after` the act answers.
 */
import pino from 'pino';
import { MemberEntity } from '../../../src/features/members/member.entity.ts';
import { openOrm } from '../../../src/platform/database/orm.ts';
import { unitOfWork } from '../../../src/platform/database/unit-of-work.ts';
import type { Context } from '../../../src/platform/context.ts';
import { Outbox } from '../../../src/platform/events/outbox.ts';

const [, , url = '', memberId = '', when = ''] = process.argv;
const orm = await openOrm({ url, entities: [MemberEntity], migrations: [] });
const outbox = new Outbox(orm.em.fork(), pino({ level: 'silent' }));
const die = (): Promise<void> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
};
outbox.on('memberRegistered', die, when === 'before' ? { before: 'answer' } : {});
const ctx = { em: orm.em.fork(), outbox } as unknown as Context;
await unitOfWork(ctx, (unit) => {
  unit.record('memberRegistered', { memberId });
  return Promise.resolve();
});
