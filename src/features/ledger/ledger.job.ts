import type { RecurringJob } from '../../platform/jobs/recurring.ts';
import { minuteMs } from '../../platform/time/clock.ts';
import { settleAllDue } from './due.service.ts';
import { brokenInvariants } from './ledger.queries.ts';

/** Looks at the books every five minutes and raises its voice when they do not add up; it never mends them. */
export const ledgerWatch: RecurringJob = {
  name: 'ledger-invariants',
  title: { zh: '核对账本', en: 'Check that the books add up' },
  everyMs: 5 * minuteMs,
  run: async (ctx) => {
    const broken = await brokenInvariants(ctx);
    if (broken.length > 0) ctx.log.error({ broken }, 'the ledger does not add up: a person must look at it');
  },
};

/** Posts what is due: expiry, pending points whose time has come, holds that timed out. */
export const ledgerDue: RecurringJob = {
  name: 'ledger-due',
  title: {
    zh: '积分到期与生效',
    en: 'Points that expire, become available or come back',
  },
  everyMs: minuteMs,
  run: async (ctx, turn) => void (await settleAllDue(ctx, turn?.signal)),
};
