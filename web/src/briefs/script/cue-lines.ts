/** A script holds at most this many characters. */
export const scriptCharactersMax = 200_000;

/** A line longer than this is cut where it can be; a segment holds 10,000 characters. */
const lineCharactersMax = 500;
const endOfSentence =
  /(?<=[。！？!?…；;][”’」』"')）]*)(?![。！？!?…；;”’」』"')）])|(?<=[.]["')]?)\s+(?=\p{Lu})/u;

/**
 * The lines of a script as they are sent: its own lines, and of a longer one its sentences. Empty lines and the marks
 * of Markdown headings and lists are left out; nothing else is changed.
 */
export function cueLines(script: string): readonly string[] {
  return script
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:#{1,6}|[-*+]|>)\s+/, '').trim())
    .filter((line) => line !== '' && !/^(?:-{3,}|\*{3,}|_{3,})$/.test(line))
    .flatMap(sentencesOf)
    .flatMap(cut);
}

function sentencesOf(line: string): readonly string[] {
  return line
    .split(endOfSentence)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** A sentence that never ends is cut behind a comma, or else anywhere but inside a character. */
function cut(sentence: string): readonly string[] {
  const characters = [...sentence];
  if (characters.length <= lineCharactersMax) return [sentence];
  const head = characters.slice(0, lineCharactersMax);
  const comma = head.findLastIndex((character) => '，,、；;：: '.includes(character));
  const at = comma > lineCharactersMax / 2 ? comma + 1 : lineCharactersMax;
  return [head.slice(0, at).join('').trim(), ...cut(characters.slice(at).join('').trim())];
}
