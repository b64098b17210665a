import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkText, countCharacters } from '../../platform/text/text.rules.ts';
import type { Text } from '../../platform/text/text.ts';

/** A code holds at most this many characters. */
export const codeCharactersMax = 40;
/** What a code stands for holds at most this many characters. */
export const textCharactersMax = 400;
/** A note holds at most this many characters. */
export const noteCharactersMax = 200;
/** A dictionary holds at most this many entries. */
export const entriesMax = 20_000;
/** One save puts, and removes, at most this many entries. */
export const entriesPerSaveMax = 1_000;
/** One page of a dictionary's changes holds at most this many. */
export const changesPageSize = 2_000;
/** So many removed codes are remembered, so that copies elsewhere hear of them; beyond it copies are read anew. */
export const removedCodesMax = 20_000;

/** A brief (略码) as somebody writes it. */
export interface BriefWords {
  readonly code: string;
  readonly text: string;
  readonly note: string;
}

/** A brief that was checked, with the form in which its code is compared. */
export interface CheckedBrief extends BriefWords {
  readonly key: string;
}

/** A dictionary as it stands; id null while nothing was ever put into it. */
export interface DictionaryRow {
  readonly id: string | null;
  readonly revision: number;
  readonly entryCount: number;
  /** Removals are remembered from this revision on. */
  readonly completeFrom: number;
}

/** The dictionary of whoever has not begun one. */
export const emptyDictionary: DictionaryRow = { id: null, revision: 0, entryCount: 0, completeFrom: 0 };

/** The form in which codes are compared: width and letter case make no difference. */
export const codeKey = (code: string): string => code.normalize('NFKC').toLowerCase();

const names = {
  code: { zh: '略码', en: 'The code' },
  text: { zh: '略码对应的文字', en: 'The text of a brief' },
  note: { zh: '备注', en: 'The note' },
} satisfies Record<string, Text>;

/** What a keyboard types as one run: visible ASCII, so that a code can stand between Chinese words without a space. */
const codePattern = /^[\u0021-\u007e]+$/;

/** A code within its rule, as given; throws InvalidInput. */
export function checkCode(field: string, code: string): string {
  checkText(field, code, { name: names.code, min: 1, max: codeCharactersMax });
  const key = codeKey(code);
  if (codePattern.test(key) && countCharacters(key) <= codeCharactersMax) return code;
  throw new InvalidInput(field, {
    zh: `略码只能由英文字母、数字和符号组成，不含空格：“${code}”。`,
    en: `A code is made of letters, digits and signs of ASCII, without spaces: “${code}”.`,
  });
}

/** The briefs within their rules, each code once; throws InvalidInput. */
export function checkBriefs(briefs: readonly BriefWords[]): readonly CheckedBrief[] {
  checkCount('put', briefs.length);
  const checked = briefs.map(checkBrief);
  const seen = new Set<string>();
  for (const { key, code } of checked) {
    if (seen.has(key)) throw new InvalidInput('put', twice(code));
    seen.add(key);
  }
  return checked;
}

function checkBrief({ code, text, note }: BriefWords): CheckedBrief {
  checkCode('put.code', code);
  checkText('put.text', text, { name: names.text, min: 1, max: textCharactersMax });
  checkText('put.note', note, { name: names.note, min: 0, max: noteCharactersMax });
  return { code, text, note, key: codeKey(code) };
}

/** The keys of codes to remove, bounded; a code that no dictionary could hold is simply not there. */
export function checkRemovals(codes: readonly string[]): readonly string[] {
  checkCount('remove', codes.length);
  return codes
    .filter((code) => code.length <= 2 * codeCharactersMax && !code.includes('\u0000'))
    .map(codeKey);
}

function checkCount(field: string, count: number): void {
  if (count <= entriesPerSaveMax) return;
  throw new InvalidInput(
    field,
    {
      zh: `一次最多保存 ${entriesPerSaveMax} 条略码（现为 ${count}），请分批。`,
      en: `One save holds at most ${entriesPerSaveMax} briefs (now ${count}). Please send them in parts.`,
    },
    entriesPerSaveMax,
  );
}

const twice = (code: string): Text => ({
  zh: `略码“${code}”在这一批里出现了两次。`,
  en: `The code “${code}” is in this save twice.`,
});
