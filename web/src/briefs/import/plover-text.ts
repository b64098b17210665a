/** Plover's own signs for marks: the only commands that are a text. */
const marks: ReadonlyMap<string, string> = new Map(
  ['.', ',', '?', '!', ':', ';'].map((mark) => [mark, mark]),
);

/**
 * The plain text of a Plover translation. Marks in braces become the mark, escaped braces the brace. Null where it holds
 * a command that says how words meet or what a machine does ({^ing}, {-|}, {#Return}, =undo): as text it would be wrong.
 */
export function textOfPlover(translation: string): string | null {
  if (translation.startsWith('=')) return null;
  let text = '';
  for (const [part] of translation.matchAll(/\\[{}]|\\\\|\{(?:\\.|[^{}\\])*\}|[^{}\\]+|[{}\\]/g)) {
    if (part.startsWith('\\') && part.length === 2) text += part[1];
    else if (part.startsWith('{')) {
      const mark = marks.get(part.slice(1, -1).trim());
      if (mark === undefined) return null;
      text = text.trimEnd() + mark;
    } else if (part === '}') return null;
    else text += part;
  }
  return text.trim();
}

/** A text as a Plover translation that gives just this text back. */
export function asPloverText(text: string): string {
  return text.replace(/[\\{}]/g, String.raw`\$&`);
}
