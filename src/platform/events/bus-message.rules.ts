const dateTag = '$date';
/** An object that would be taken for a tagged date (or for an escaped one) gets one more `$`. */
const escapable = /^\$+date$/;

/** Writes a bus message as text; a Date stays a Date, which JSON alone does not do. */
export function encodeMessage(message: unknown): string {
  return JSON.stringify(message, tagDates);
}

/** Reads what encodeMessage wrote; throws on anything else. */
export function decodeMessage(text: string): unknown {
  return JSON.parse(text, untagDates) as unknown;
}

function tagDates(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  // JSON has already turned a Date into text when it asks us; its holder still has it.
  if (this[key] instanceof Date) return { [dateTag]: this[key].getTime() };
  const onlyKey = onlyKeyOf(value);
  return onlyKey !== null && escapable.test(onlyKey)
    ? { [`$${onlyKey}`]: (value as Record<string, unknown>)[onlyKey] }
    : value;
}

function untagDates(_key: string, value: unknown): unknown {
  const onlyKey = onlyKeyOf(value);
  if (onlyKey === null || !escapable.test(onlyKey)) return value;
  const content = (value as Record<string, unknown>)[onlyKey];
  if (onlyKey !== dateTag) return { [onlyKey.slice(1)]: content };
  // The time of an invalid Date is NaN, which JSON writes as null.
  return new Date(typeof content === 'number' ? content : Number.NaN);
}

function onlyKeyOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const keys = Object.keys(value);
  return keys.length === 1 ? (keys[0] ?? null) : null;
}
