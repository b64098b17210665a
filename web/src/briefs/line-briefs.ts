import { endsCode, takeBack, type BriefExpander, type CaretText, type Expansion } from './expander.ts';
import type { ExpanderSettings } from './expander.ts';
import { unknownCodeIn } from './words.ts';

/** What the line remembers of its briefs, from key to key. */
export interface LineMemory {
  /** The last expansion in this line, so that it can be taken back and put right. */
  readonly last: Expansion | null;
  /** A code that was taken back stays a code, whatever ends it next. */
  readonly declined: Pick<Expansion, 'start' | 'code'> | null;
}

export const emptyMemory: LineMemory = { last: null, declined: null };

/** What became of what was typed. */
export interface TypedLine {
  /** Null: the line stays as it is. */
  readonly line: CaretText | null;
  readonly memory: LineMemory;
  /** Codes that were ended and that no dictionary has. */
  readonly unknown: readonly string[];
}

export interface Typing {
  readonly expand: BriefExpander;
  readonly settings: ExpanderSettings;
  readonly memory: LineMemory;
  /** How many of the characters before the caret were typed by this key; a steno machine types a whole burst. */
  readonly typedCount: number;
}

/** Expands each code that the keys of this edit have ended, in the order in which they were typed. */
export function typedInto({ text, caret }: CaretText, typing: Typing): TypedLine {
  const { expand, settings } = typing;
  const [typed, behind] = [text.slice(caret - typing.typedCount, caret), text.slice(caret)];
  let before = text.slice(0, caret - typing.typedCount);
  let { memory } = typing;
  let isChanged = false;
  const unknown: string[] = [];
  for (const key of typed) {
    before += key;
    const expansion = expand(before, before.length);
    if (expansion !== null && !isDeclined(expansion, memory)) {
      before = expansion.text;
      memory = { last: expansion, declined: null };
      isChanged = true;
    } else if (expansion === null && endsCode(key, settings)) {
      const code = unknownCodeIn({ text: before, caret: before.length - key.length });
      if (code !== null) unknown.push(code);
    }
  }
  const line = isChanged ? { text: before + behind, caret: before.length } : null;
  return { line, memory, unknown };
}

/** Expands the code that stands at the caret, for the key that commits the line; null where none does. */
export function finishedAt({ text, caret }: CaretText, typing: Omit<Typing, 'typedCount'>): CaretText | null {
  const expansion = typing.expand.finish(text, caret);
  return expansion === null || isDeclined(expansion, typing.memory) ? null : expansion;
}

/** Gives the code back in place of the last expansion, and leaves it a code; null where there is none any more. */
export function takenBack(
  line: CaretText,
  memory: LineMemory,
): { readonly line: CaretText; readonly memory: LineMemory } | null {
  const { last } = memory;
  const before = last && takeBack(last, line);
  if (last === null || before === null) return null;
  return { line: before, memory: { last: null, declined: { start: last.start, code: last.code } } };
}

function isDeclined({ start, code }: Expansion, { declined }: LineMemory): boolean {
  return declined !== null && declined.start === start && declined.code === code;
}
