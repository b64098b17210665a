import { addDays, dayOf, startOfDay } from '../../platform/time/programme-day.rules.ts';

const hourMs = 3_600_000;

/** What a notification is for: what concerns the member's own affairs, a kind word, or an offer. */
export type NotificationPurpose = 'SERVICE' | 'CARE' | 'PROMOTION';
export const purposes: readonly NotificationPurpose[] = ['SERVICE', 'CARE', 'PROMOTION'];

/** How it reaches its member. The inbox is the house's own; the others are adapters (channels.ts). */
export type NotificationChannel = 'IN_APP' | 'EMAIL' | 'SMS' | 'WECHAT';
export const channels: readonly NotificationChannel[] = ['IN_APP', 'EMAIL', 'SMS', 'WECHAT'];
export type OutwardChannel = Exclude<NotificationChannel, 'IN_APP'>;
export const outwardChannels: readonly OutwardChannel[] = ['EMAIL', 'SMS', 'WECHAT'];

/** Where a delivery stands. */
export type DeliveryState =
  | 'QUEUED'
  | 'SENDING'
  | 'SENT'
  | 'FAILED'
  | 'UNCERTAIN'
  | 'NOT_CONFIGURED'
  | 'NO_ADDRESS'
  | 'NO_CONSENT'
  | 'TOO_LATE';

/** What an operator may have sent once more: what certainly, or perhaps, has not reached anybody. */
export const resendable: readonly DeliveryState[] = [
  'FAILED',
  'UNCERTAIN',
  'NOT_CONFIGURED',
  'NO_ADDRESS',
  'TOO_LATE',
];

/** Whether a member can do without; what concerns their own affairs is always in their inbox. */
export const isOptional = (channel: NotificationChannel, purpose: NotificationPurpose): boolean =>
  !(channel === 'IN_APP' && purpose === 'SERVICE');

/** What holds until a member says otherwise: offers and greetings go out to nobody who has not asked for them. */
export const consentByDefault = (channel: NotificationChannel, purpose: NotificationPurpose): boolean =>
  channel === 'IN_APP' || (channel === 'EMAIL' && purpose === 'SERVICE');

/** The rules that a programme has for messages that nobody has to have. */
export interface DisturbanceRules {
  /** Hours of the day in Asia/Shanghai, 0–23; the end is the first hour in which messages go out again. */
  readonly quietFromHour: number;
  readonly quietToHour: number;
  /** Messages a day to one member at most, over all channels. */
  readonly perDayMax: number;
}

/** Whether quiet hours and the daily limit are about it. */
export const isDisturbance = (purpose: NotificationPurpose): boolean => purpose !== 'SERVICE';

/** The moment at which it may go out: this one, or the end of the quiet hours that it falls into. */
export function quietUntil(now: Date, { quietFromHour, quietToHour }: DisturbanceRules): Date | null {
  const today = dayOf(now);
  const hour = Math.floor((now.getTime() - startOfDay(today).getTime()) / hourMs);
  const overMidnight = quietFromHour > quietToHour;
  const isQuiet = overMidnight
    ? hour >= quietFromHour || hour < quietToHour
    : hour >= quietFromHour && hour < quietToHour;
  if (!isQuiet) return null;
  const endsTomorrow = overMidnight && hour >= quietFromHour;
  const day = startOfDay(endsTomorrow ? addDays(today, 1) : today);
  return new Date(day.getTime() + quietToHour * hourMs);
}

/** When a member who has had enough for today may be written to again: tomorrow, after the quiet hours. */
export function tomorrowAfterQuiet(now: Date, rules: DisturbanceRules): Date {
  const begin = startOfDay(addDays(dayOf(now), 1));
  return quietUntil(begin, rules) ?? begin;
}

/** News is news for a week; what could not be sent by then is not sent. */
export const deliverableDays = 7;
/** So often a channel is tried before a person has to look. */
export const attemptsMax = 5;

/** An address of which one sees whose it may be, and which nobody can write to. */
export function masked(address: string): string {
  const [name = '', domain] = address.split('@');
  const kept = domain === undefined ? name.slice(0, 3) + '****' + name.slice(-2) : name.slice(0, 1) + '***';
  return domain === undefined ? kept : `${kept}@${domain}`;
}
