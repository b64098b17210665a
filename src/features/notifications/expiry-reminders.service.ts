import type { Context } from '../../platform/context.ts';
import type { JobTurn } from '../../platform/jobs/job-turn.ts';
import { dayOf, daysBetween } from '../../platform/time/programme-day.rules.ts';
import { expiringPoints, type ExpiringPoints } from '../ledger/index.ts';
import { programmeConfig } from '../programme/index.ts';
import { lastDayOf, remindedUntil, reminderDue, type ReminderDays } from './expiry-reminders.rules.ts';
import type { Notice } from './notify.service.ts';
import { tellAll } from './tell-all.service.ts';

const pageSize = 500;

/** Tells members of points that are about to end, at the days that the programme names (M5, M11). Again is the same. */
export async function remindOfExpiry(ctx: Context, turn?: JobTurn): Promise<void> {
  const { expiry } = (await programmeConfig(ctx)).rules;
  const now = ctx.clock.now();
  const until = remindedUntil(now, expiry);
  let after: ExpiringPoints | null = null;
  let looked = 0;
  do {
    const page: readonly ExpiringPoints[] = await expiringPoints(ctx, { until, now, after, size: pageSize });
    await tellAll(ctx, noticesFor(page, now, expiry));
    after = page.length < pageSize ? null : (page.at(-1) ?? null);
    looked += page.length;
    await turn?.progress(looked, looked + (after ? pageSize : 0));
  } while (after && !turn?.signal.aborted);
}

function noticesFor(
  page: readonly ExpiringPoints[],
  now: Date,
  days: ReminderDays,
): readonly Notice<'POINTS_EXPIRING'>[] {
  return page.flatMap(({ memberId, currency, points, expiresAt }) => {
    const lastDay = lastDayOf(expiresAt);
    const due = reminderDue(now, lastDay, days);
    if (due === null) return [];
    const values = { currency, points, lastDay, daysLeft: daysBetween(dayOf(now), lastDay) };
    const dedupeKey = `expiring:${currency}:${lastDay}:${due}`;
    return [{ memberId, template: 'POINTS_EXPIRING', values, dedupeKey }];
  });
}
