/** A block of a Markdown text, as far as a preview shows it. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'quote' | 'paragraph' | 'code'; readonly text: string }
  | { readonly kind: 'rule' };

/** A piece of a line. `children` are pieces of its own text. */
export type Piece =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 'gone'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/**
 * The everyday part of Markdown, for a preview before there is a server's rendering to show. It makes no HTML:
 * whoever shows it makes elements and text of it, so that nothing in the text can become markup.
 */
export function blocksOf(source: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  for (let at = 0; at < lines.length;) {
    const { block, length } = blockAt(lines, at);
    if (block !== undefined) blocks.push(block);
    at += length;
  }
  return blocks;
}

interface Found {
  readonly block: Block | undefined;
  readonly length: number;
}

const item = { bullet: /^\s{0,3}[-*+]\s+(.*)$/, number: /^\s{0,3}\d{1,9}[.)]\s+(.*)$/ };
const quote = /^\s{0,3}>\s?(.*)$/;
const starters = [
  /^#{1,6}\s/,
  /^(```|~~~)/,
  /^\s{0,3}([-*_])(\s*\1){2,}\s*$/,
  item.bullet,
  item.number,
  quote,
];

function blockAt(lines: readonly string[], at: number): Found {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { block: undefined, length: 1 };
  const heading = /^(#{1,6})\s+(.*?)(\s+#+)?\s*$/.exec(line);
  if (heading !== null) {
    return { block: { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }, length: 1 };
  }
  if (/^(```|~~~)/.test(line)) return codeAt(lines, at);
  if (/^\s{0,3}([-*_])(\s*\1){2,}\s*$/.test(line)) return { block: { kind: 'rule' }, length: 1 };
  if (item.bullet.test(line)) return listAt(lines, at, { pattern: item.bullet, isOrdered: false });
  if (item.number.test(line)) return listAt(lines, at, { pattern: item.number, isOrdered: true });
  if (quote.test(line)) {
    const texts = run(lines, at, quote);
    return { block: { kind: 'quote', text: texts.join('\n') }, length: texts.length };
  }
  return paragraphAt(lines, at);
}

/** The lines from `at` on that match, each as the pattern's first group. */
function run(lines: readonly string[], at: number, pattern: RegExp): readonly string[] {
  const rest = lines.slice(at).map((line) => pattern.exec(line)?.[1]);
  const end = rest.indexOf(undefined);
  return (end < 0 ? rest : rest.slice(0, end)).map((text) => text ?? '');
}

function listAt(
  lines: readonly string[],
  at: number,
  { pattern, isOrdered }: { readonly pattern: RegExp; readonly isOrdered: boolean },
): Found {
  const items = run(lines, at, pattern);
  return { block: { kind: 'list', isOrdered, items }, length: items.length };
}

function codeAt(lines: readonly string[], at: number): Found {
  const fence = (lines[at] ?? '').slice(0, 3);
  const inside = lines.slice(at + 1);
  const end = inside.findIndex((line) => line.startsWith(fence));
  const text = (end < 0 ? inside : inside.slice(0, end)).join('\n');
  return { block: { kind: 'code', text }, length: end < 0 ? inside.length + 1 : end + 2 };
}

function paragraphAt(lines: readonly string[], at: number): Found {
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.trim() === '' || starters.some((pattern) => pattern.test(line)));
  const length = (end < 0 ? rest.length : end) + 1;
  return { block: { kind: 'paragraph', text: lines.slice(at, at + length).join('\n') }, length };
}

const pieces =
  /`([^`]+)`|\*\*([^*]+(?:\*[^*]+\*[^*]*)*)\*\*|~~([^~]+)~~|\*([^*\s](?:[^*]*[^*\s])?)\*|\[([^\]]+)\]\(((?:https?:\/\/|mailto:)[^\s)]+)\)|(https?:\/\/[^\s<>()]+)/g;

/** A line in pieces, in order; what is no Markdown is text. */
export function piecesOf(line: string): readonly Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of line.matchAll(pieces)) {
    if (match.index > from) found.push({ kind: 'text', text: line.slice(from, match.index) });
    found.push(pieceOf(match));
    from = match.index + match[0].length;
  }
  if (from < line.length) found.push({ kind: 'text', text: line.slice(from) });
  return found;
}

function pieceOf([, code, strong, gone, em, label, href, bare]: RegExpMatchArray): Piece {
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (gone !== undefined) return { kind: 'gone', text: gone };
  if (em !== undefined) return { kind: 'em', text: em };
  return { kind: 'link', text: label ?? bare ?? '', href: href ?? bare ?? '' };
}
