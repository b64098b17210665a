import { language } from './text.ts';

/** The time of day where the device is, to the minute: for what was noted on this device. */
export function formatTime(date: Date): string {
  return new Intl.DateTimeFormat(language.value, { timeStyle: 'short' }).format(date);
}
