const sentenceEnd = /(?:[。！？；…]+|(?<![.!?;])[.!?;]+(?=["'”’»）)」』\]]*\s))["'”’»）)」』\]]*\s*/gu;
const wordEnd = /\s+/gu;

/**
 * Cuts a text into pieces of at most `charactersMax` code points, at the last sentence end that fits, else between
 * words, else between characters. Joined again, the pieces are the text, to the character.
 */
export function splitText(text: string, charactersMax: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  for (
    let limit = indexAfter(rest, charactersMax);
    limit < rest.length;
    limit = indexAfter(rest, charactersMax)
  ) {
    const at = cutBefore(rest, limit);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest];
}

/** The index behind the first `characters` code points of a text, or the text's length when it has fewer. */
function indexAfter(text: string, characters: number): number {
  let index = 0;
  for (let count = 0; count < characters && index < text.length; count += 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}

/** Where to cut `text`, no later than `limit` (in UTF-16 units, never inside a code point). */
function cutBefore(text: string, limit: number): number {
  // White space alone is no segment: what is behind the text stays with the text's last character.
  const latest = Math.min(limit, lastVisible(text));
  return (
    lastEnd(text, sentenceEnd, latest) ??
    lastEnd(text, wordEnd, latest) ??
    characterEnd(text, latest || limit)
  );
}

function lastEnd(text: string, pattern: RegExp, limit: number): number | null {
  let last: number | null = null;
  for (const match of text.slice(0, limit + 1).matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (end <= limit && /\S/u.test(text.slice(0, end))) last = end;
  }
  return last;
}

/** The index of the last character that is not white space. */
function lastVisible(text: string): number {
  const trimmed = text.trimEnd();
  return trimmed.length - ([...trimmed.slice(-2)].at(-1)?.length ?? 0);
}

/** A cut between two characters as people see them: never before an accent or inside a joined emoji. */
function characterEnd(text: string, limit: number): number {
  const before = [...text.slice(0, limit)];
  let last = before.length;
  let following = text.slice(limit, limit + 2);
  while (last > 1 && (/^[\p{M}\u200d\p{EMod}]/u.test(following) || before[last - 1] === '\u200d')) {
    last -= 1;
    following = before[last] ?? '';
  }
  return last > 1 ? before.slice(0, last).join('').length : limit;
}
