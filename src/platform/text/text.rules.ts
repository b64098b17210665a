import { InvalidInput } from '../graphql/user-error.ts';
import type { Text } from './text.ts';

export interface TextRule {
  /** What the field is called to people. */
  readonly name: Text;
  readonly min: number;
  /** In characters as people count them (code points). */
  readonly max: number;
  /** Whether line breaks and tabs are welcome. */
  readonly multiline?: boolean;
}

/**
 * The text as it was given, if it is within its rule: length in code points, no control characters but (where
 * welcome) line breaks and tabs. Nothing is altered: what cannot be kept as it is, is refused.
 * Throws InvalidInput.
 */
export function checkText(field: string, text: string, rule: TextRule): string {
  const length = countCharacters(text);
  const { zh, en } = rule.name;
  if (length > rule.max) {
    throw new InvalidInput(
      field,
      {
        zh: `${zh}最多 ${rule.max} 个字符（现为 ${length}）。`,
        en: `${en} can be at most ${rule.max} characters (now ${length}).`,
      },
      rule.max,
    );
  }
  if (rule.min > 0 && text.trim() === '') {
    throw new InvalidInput(field, { zh: `请填写${zh}。`, en: `${en} is needed.` }, rule.min);
  }
  if (length < rule.min) {
    throw new InvalidInput(
      field,
      { zh: `${zh}至少 ${rule.min} 个字符。`, en: `${en} needs at least ${rule.min} characters.` },
      rule.min,
    );
  }
  checkCharacters(field, text, rule);
  return text;
}

/** How many characters people would count: code points, not UTF-16 units. */
export function countCharacters(text: string): number {
  return [...text].length;
}

const controlsInLine = /[\u0000-\u001f\u007f-\u009f]/u;
const controlsInLines = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;

function checkCharacters(field: string, text: string, rule: TextRule): void {
  const { zh, en } = rule.name;
  if ((rule.multiline ? controlsInLines : controlsInLine).test(text)) {
    throw new InvalidInput(field, {
      zh: `${zh}中含有控制字符，请删除后重试。`,
      en: `${en} contains control characters. Please remove them and try again.`,
    });
  }
  if (!text.isWellFormed()) {
    throw new InvalidInput(field, {
      zh: `${zh}中有损坏的字符，请重新输入。`,
      en: `${en} contains a broken character. Please enter it again.`,
    });
  }
}

/** Throws InvalidInput unless the number is whole and within its bounds. */
export function checkInteger(
  field: string,
  value: number,
  rule: { readonly name: Text; readonly min: number; readonly max: number },
): number {
  if (Number.isInteger(value) && value >= rule.min && value <= rule.max) return value;
  const { zh, en } = rule.name;
  const limit = value < rule.min ? rule.min : rule.max;
  throw new InvalidInput(
    field,
    {
      zh: `${zh}须为 ${rule.min} 到 ${rule.max} 的整数。`,
      en: `${en} must be a whole number from ${rule.min} to ${rule.max}.`,
    },
    limit,
  );
}

/** NFKC and case-folded, letter by letter, so that no letter's neighbours matter. */
export function folded(text: string): string {
  const letters = Array.from(text.normalize('NFKC'), (letter) => letter.toUpperCase());
  return Array.from(letters.join(''), (letter) => letter.toLowerCase())
    .join('')
    .normalize('NFKC');
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether a text can be one of our ids. What cannot be is simply not there. */
export const isId = (text: string): boolean => uuidPattern.test(text);

/** An id that a client made; throws InvalidInput unless it is a UUID. */
export function checkClientId(field: string, id: string): string {
  if (isId(id)) return id.toLowerCase();
  throw new InvalidInput(field, {
    zh: '编号须为 UUID（建议使用 UUIDv7）。',
    en: 'The id must be a UUID, best a UUIDv7.',
  });
}
