import { lastWordOf, suggestedCode, unknownCodeIn } from '../../../briefs/words.ts';
import type { LineReading } from '../room-parts.ts';
import type { RoomBriefs } from './room-briefs.ts';

/** A brief that is being made without leaving the text. */
export interface InlineDraft {
  readonly key: number;
  readonly kind: 'add' | 'redefine';
  readonly code: string;
  readonly text: string;
  /** What stands in the text and becomes the brief's text; null: nothing does. */
  readonly old: string | null;
}

type Made = Omit<InlineDraft, 'key'>;

/** A new brief of what is selected, else of the last word: a code that nobody knows, or words that want a code. */
export function draftOfNewBrief(reading: LineReading, _briefs: RoomBriefs): Made | null {
  const { text, caret, anchor } = reading;
  const selected = text.slice(Math.min(caret, anchor), Math.max(caret, anchor)).trim();
  if (selected !== '') return { kind: 'add', code: suggestedCode(selected), text: selected, old: null };
  const last = lastWordOf(reading);
  if (last === null) return null;
  const word = text.slice(last.start, last.end);
  const code = unknownCodeIn({ text, caret: last.end });
  if (code !== null && code === word) return { kind: 'add', code, text: '', old: code };
  return { kind: 'add', code: suggestedCode(word), text: word, old: null };
}

/** The last expansion while it stands before the caret, else the last word, to be put right here and before. */
export function draftOfRepair(reading: LineReading, briefs: RoomBriefs): Made | null {
  const last = briefs.lastExpansion();
  if (last !== null && reading.text.slice(last.start, last.caret) === last.inserted) {
    const { code, text } = last.brief;
    const isNear = reading.caret >= last.caret && reading.caret - last.caret <= 1;
    if (isNear && last.inserted.startsWith(text)) return { kind: 'redefine', code, text, old: text };
  }
  const found = lastWordOf(reading);
  if (found === null) return null;
  const word = reading.text.slice(found.start, found.end);
  return { kind: 'redefine', code: '', text: word, old: word };
}

/** The last code that was typed and that nobody knows; what it becomes is put in its place wherever it stands. */
export function draftOfUnknown(_reading: LineReading, briefs: RoomBriefs): Made | null {
  const code = [...briefs.unknown.peek().keys()].at(-1);
  return code === undefined ? null : { kind: 'add', code, text: '', old: code };
}
