import { signal } from '@preact/signals';

import { language, type Language } from './text.ts';

const zone = signal<string | undefined>(undefined);

/** The time zone for every date and time from now on: a member's own; the device's where none is given or known. */
export function showTimesIn(timeZone: string | undefined): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    zone.value = timeZone;
  } catch {
    zone.value = undefined;
  }
}

/** Whole numbers with the grouping of the reader's language. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language.value).format(value);
}

/** Money in fen as yuan. */
export function formatFen(fen: number): string {
  return new Intl.NumberFormat(language.value, { style: 'currency', currency: 'CNY' }).format(fen / 100);
}

/** A date with its time of day, in the reader's time zone. */
export function formatDateTime(iso: string): string {
  return new Intl.DateTimeFormat(language.value, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone.value,
  }).format(new Date(iso));
}

export function formatDate(iso: string): string {
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeZone: zone.value }).format(
    new Date(iso),
  );
}

/** Milliseconds into a session as 0:05 or 1:02:09. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const tail = `${hours > 0 ? String(minutes).padStart(2, '0') : minutes}:${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Not Intl's word: its 现在 for zero seconds is the present moment, not one just past. */
const justNow: Readonly<Record<Language, string>> = { 'zh-CN': '刚刚', en: 'just now' };

/** "3 分钟前", "yesterday"; anything within a minute is "just now". */
export function formatRelative(iso: string, nowMs: number, wanted: Language = language.value): string {
  const seconds = (new Date(iso).getTime() - nowMs) / 1000;
  const format = new Intl.RelativeTimeFormat(wanted, { numeric: 'auto' });
  const step = steps.find(([, limit]) => Math.abs(seconds) >= limit);
  if (step === undefined) return justNow[wanted];
  const [unit, size] = step;
  return format.format(Math.trunc(seconds / size), unit);
}

/** How long an outage was: "40 秒", "2 min". */
export function formatDuration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.round(seconds / 60), 'minute'];
  return new Intl.NumberFormat(language.value, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
