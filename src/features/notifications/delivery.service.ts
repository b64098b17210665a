import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfStatement, unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import type { OrderedJob } from '../../platform/jobs/ordered.ts';
import { inLocale, type Locale } from '../../platform/text/text.ts';
import { dayMs, later } from '../../platform/time/clock.ts';
import { dayOf, startOfDay } from '../../platform/time/programme-day.rules.ts';
import { configOn } from '../programme/index.ts';
import { adapters, type OutwardMessage } from './channels.ts';
import { consentsOf } from './consents.queries.ts';
import {
  attemptsMax,
  deliverableDays,
  isDisturbance,
  masked,
  quietUntil,
  tomorrowAfterQuiet,
  type DeliveryState,
  type NotificationPurpose,
  type OutwardChannel,
} from './notification.rules.ts';
import { wordingOf, type TemplateName, type TemplateValues } from './notification-templates.rules.ts';

/** What a node is ordered to send. */
export interface DeliveryOrder {
  readonly deliveryId: string;
}

/** A delivery with what it says and to whom. */
interface Waiting {
  readonly id: string;
  readonly memberId: string;
  readonly channel: OutwardChannel;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly template: TemplateName;
  readonly facts: TemplateValues[TemplateName];
  readonly purpose: NotificationPurpose;
  readonly toldAt: Date;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: Locale;
}

/**
 * Sends one message, once: it is noted as being sent before it goes out, so whoever finds it in that state after a
 * crash does not send it again, but has an operator look. What fails is tried again by the queue.
 */
export async function deliver(
  ctx: Context,
  { deliveryId }: DeliveryOrder,
  job: OrderedJob<DeliveryOrder>,
): Promise<void> {
  const claimed = await unitOfWork(ctx, (unit) => claim(ctx, unit, { deliveryId, job }));
  if (!claimed) return;
  const { waiting, message } = claimed;
  try {
    await adapters[waiting.channel].send(ctx, message);
  } catch (error) {
    const isGivenUp = waiting.attempts + 1 >= attemptsMax;
    const lastError = error instanceof Error ? error.message : String(error);
    await note(ctx, waiting.id, {
      state: isGivenUp ? 'FAILED' : 'QUEUED',
      lastError: lastError.slice(0, 500),
    });
    if (isGivenUp) return;
    throw error;
  }
  await note(ctx, waiting.id, { state: 'SENT', sentAt: ctx.clock.now() });
}

interface Claim {
  readonly deliveryId: string;
  readonly job: OrderedJob<DeliveryOrder>;
}

async function claim(
  ctx: Context,
  unit: Unit,
  { deliveryId, job }: Claim,
): Promise<{ readonly waiting: Waiting; readonly message: OutwardMessage } | null> {
  const waiting = await lock(unit, deliveryId);
  if (waiting?.state === 'SENDING') await settle(unit, deliveryId, { state: 'UNCERTAIN' });
  if (waiting?.state !== 'QUEUED') return null;
  const to = adapters[waiting.channel].addressOf(waiting);
  const refusal = await whyNot(ctx, unit, { waiting, to });
  if (refusal || to === null) {
    await settle(unit, deliveryId, {
      state: refusal ?? 'NO_ADDRESS',
      recipient: to === null ? null : masked(to),
    });
    return null;
  }
  const dueAt = await putOff(ctx, unit, waiting);
  if (dueAt) {
    await settle(unit, deliveryId, { state: 'QUEUED', dueAt });
    await unit.enqueue(job, { deliveryId }, { startAfter: dueAt });
    return null;
  }
  await settle(unit, deliveryId, { state: 'SENDING', recipient: masked(to), claimedAt: ctx.clock.now() });
  return { waiting, message: messageTo(ctx, to, waiting) };
}

/** The member's row first, so that of two messages to one member each sees the other when it counts. */
async function lock(unit: Unit, deliveryId: string): Promise<Waiting | null> {
  await rows(
    unit.em,
    sql`select 1 from notification_inboxes where member_id =
      (select member_id from notification_deliveries where id = ${deliveryId}) for update`,
  );
  return await row(
    unit.em,
    sql<Waiting>`select d.id, d.member_id as "memberId", d.channel, d.state, d.attempts, n.template, n.facts, n.purpose,
        n.created_at as "toldAt", m.email, m.phone, m.locale
      from notification_deliveries d join notifications n on n.id = d.notification_id join members m on m.id = d.member_id
      where d.id = ${deliveryId} for update of d`,
  );
}

/** Why it is not sent at all; null when nothing is against it. */
async function whyNot(
  ctx: Context,
  unit: Unit,
  { waiting, to }: { readonly waiting: Waiting; readonly to: string | null },
): Promise<DeliveryState | null> {
  const isOn = await consentsOf(unit, waiting.memberId);
  if (!isOn(waiting.channel, waiting.purpose)) return 'NO_CONSENT';
  if (later(waiting.toldAt, deliverableDays * dayMs) < ctx.clock.now()) return 'TOO_LATE';
  if (!adapters[waiting.channel].isConfigured(ctx)) return 'NOT_CONFIGURED';
  return to === null ? 'NO_ADDRESS' : null;
}

/** Until when it has to wait: for the end of quiet hours, or for a day on which the member has not had enough. */
async function putOff(ctx: Context, unit: Unit, { memberId, purpose }: Waiting): Promise<Date | null> {
  if (!isDisturbance(purpose)) return null;
  const now = ctx.clock.now();
  const { notifications } = (await configOn(unit.em, now)).rules;
  const quiet = quietUntil(now, notifications);
  if (quiet) return quiet;
  const sent = await row(
    unit.em,
    sql<{ count: number }>`select count(*) as count from notification_deliveries d
      join notifications n on n.id = d.notification_id
      where d.member_id = ${memberId} and n.purpose <> 'SERVICE' and d.claimed_at >= ${startOfDay(dayOf(now))}
        and d.state in ('SENDING', 'SENT', 'UNCERTAIN')`,
  );
  return (sent?.count ?? 0) < notifications.perDayMax ? null : tomorrowAfterQuiet(now, notifications);
}

function messageTo({ config }: Context, to: string, { template, facts, locale }: Waiting): OutwardMessage {
  const { title, body, path } = wordingOf(template, facts);
  const link = path !== null && config.publicUrl ? `${config.publicUrl}${path}` : null;
  const house = inLocale({ zh: '速录 Scribecast', en: 'Scribecast' }, locale);
  const paragraphs = [inLocale(body, locale), link, house].filter((part) => part !== null && part !== '');
  return { to, subject: inLocale(title, locale), text: `${paragraphs.join('\n\n')}\n` };
}

interface Outcome {
  readonly state: DeliveryState;
  readonly dueAt?: Date;
  readonly recipient?: string | null;
  readonly claimedAt?: Date;
}

async function settle(unit: Unit, deliveryId: string, outcome: Outcome): Promise<void> {
  const { state, dueAt = null, recipient = null, claimedAt = null } = outcome;
  await rows(
    unit.em,
    sql`update notification_deliveries set state = ${state}, due_at = ${dueAt},
        recipient = coalesce(${recipient}, recipient), claimed_at = coalesce(${claimedAt}, claimed_at),
        attempts = attempts + ${state === 'SENDING' ? 1 : 0}
      where id = ${deliveryId}`,
  );
}

interface Result {
  readonly state: DeliveryState;
  readonly sentAt?: Date;
  readonly lastError?: string;
}

const note = (ctx: Context, deliveryId: string, { state, sentAt, lastError }: Result): Promise<void> =>
  unitOfStatement(ctx, async ({ em }) => {
    await rows(
      em,
      sql`update notification_deliveries set state = ${state}, sent_at = ${sentAt ?? null}, last_error = ${lastError ?? null}
        where id = ${deliveryId} and state = 'SENDING'`,
    );
  });
