/** The digits that may stand behind the number of a position, in the order of their bytes. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** How many digits the number has: enough for every number that an event can have. */
const numberLength = 10;

/** Where a segment stands that the event of this number added at the end. */
export const positionOf = (seq: number): string => String(seq).padStart(numberLength, '0');

/**
 * A position between two neighbours, compared as bytes: behind `before`, and in front of `after` where there is one,
 * and of whatever is added at the end later. There always is one, for it is as long as it has to be.
 */
export function positionBetween(before: string, after: string | null): string {
  const number = before.slice(0, numberLength);
  const low = before.slice(numberLength);
  if (after === null || !after.startsWith(number)) return number + above(low);
  return number + between(low, after.slice(numberLength));
}

/** Whether a text can be a position, wherever it came from. */
export const isPosition = (text: string): boolean => /^[0-9]{10}[0-9A-Za-z]*$/.test(text);

/**
 * What stands between two rows of digits, of which a missing digit of the lower counts as the lowest. It never ends
 * in the lowest digit, or nothing would find room in front of it.
 */
function between(lower: string, higher: string): string {
  const low = digits.indexOf(lower[0] ?? '0');
  const high = digits.indexOf(higher[0] ?? '0');
  const kept = digits[low] ?? '';
  if (high === low) return kept + between(lower.slice(1), higher.slice(1));
  if (high - low > 1) return digits[Math.floor((low + high) / 2)] ?? '';
  return kept + above(lower.slice(1));
}

/** What stands above a row of digits, half way to the highest. */
function above(lower: string): string {
  const low = digits.indexOf(lower[0] ?? '0');
  const isHighest = low === digits.length - 1;
  return isHighest
    ? digits[low] + above(lower.slice(1))
    : (digits[Math.ceil((low + digits.length) / 2)] ?? '');
}

/**
 * The position that a cursor's key stands for, or null where we did not make it. A cursor from before segments had
 * positions holds the number that its position began with.
 */
export function positionIn(key: string | number): string | null {
  const position = typeof key === 'number' ? positionOf(key) : key;
  return isPosition(position) ? position : null;
}
