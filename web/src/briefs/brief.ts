/** A brief (略码): a code, what it stands for, and a note for the writer. */
export interface Brief {
  readonly code: string;
  readonly text: string;
  readonly note: string;
}

/** Briefs by the key of their code. */
export type BriefMap = ReadonlyMap<string, Brief>;

/** The server's own limits, so that a file is judged before it is sent. */
export const codeCharactersMax = 40;
export const textCharactersMax = 400;
export const noteCharactersMax = 200;
export const entriesMax = 20_000;

/** The form in which codes are compared: width and letter case make no difference. */
export function codeKey(code: string): string {
  return code.normalize('NFKC').toLowerCase();
}

export type BriefFault = 'noCode' | 'badCode' | 'longCode' | 'noText' | 'longText' | 'longNote' | 'badText';

const codePattern = /^[\u0021-\u007e]+$/;
const controls = /[\u0000-\u001f\u007f-\u009f]/u;

/** Why the server would refuse a brief; null when it would not. */
export function faultOfBrief({ code, text, note }: Brief): BriefFault | null {
  if (code.trim() === '') return 'noCode';
  const key = codeKey(code);
  if (Math.max(lengthOf(code), lengthOf(key)) > codeCharactersMax) return 'longCode';
  if (controls.test(code) || !codePattern.test(key)) return 'badCode';
  if (text.trim() === '') return 'noText';
  if (lengthOf(text) > textCharactersMax) return 'longText';
  if (lengthOf(note) > noteCharactersMax) return 'longNote';
  if ([text, note].some((part) => controls.test(part) || !part.isWellFormed())) return 'badText';
  return null;
}

/** Whether two briefs say the same. */
export function isSameBrief(one: Brief, other: Brief): boolean {
  return one.code === other.code && one.text === other.text && one.note === other.note;
}

/** Characters as people count them: code points. */
function lengthOf(text: string): number {
  return [...text].length;
}
