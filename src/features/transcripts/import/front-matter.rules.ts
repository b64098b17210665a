/** What a file's YAML front matter says that an import can use, and the lines behind it. */
export interface FrontMatter {
  readonly title: string | null;
  readonly speakers: readonly string[];
  readonly body: readonly string[];
}

/**
 * Takes the front matter off. Only the few YAML forms that people write into a title and a list of speakers are
 * read; everything else in it is about the file and not part of what was said. A rule (`---`) that merely opens a
 * text is left in the text.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const end = frontMatterEnd(lines);
  if (end === -1) return { title: null, speakers: [], body: lines };
  const yaml = lines.slice(1, end);
  const title = readScalar(yaml, 'title');
  return {
    title: title === '' ? null : title,
    speakers: readList(yaml, 'speakers'),
    body: lines.slice(end + 1),
  };
}

function frontMatterEnd(lines: readonly string[]): number {
  if (!/^---\s*$/u.test(lines[0] ?? '')) return -1;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/u.test(line));
  const firstEntry = lines
    .slice(1, Math.max(end, 1))
    .find((line) => /\S/u.test(line) && !line.startsWith('#'));
  return firstEntry !== undefined && /^[\w-]+\s*:(?:\s|$)/u.test(firstEntry) ? end : -1;
}

function readScalar(yaml: readonly string[], key: string): string | null {
  const at = yaml.findIndex((line) => line.startsWith(`${key}:`));
  if (at === -1) return null;
  const value = (yaml[at] ?? '').slice(key.length + 1).trim();
  if (!/^[|>][+-]?\d?$/u.test(value)) return unquote(value);
  return indentedBelow(yaml, at)
    .map((line) => line.trim())
    .join(' ')
    .trim();
}

function readList(yaml: readonly string[], key: string): readonly string[] {
  const at = yaml.findIndex((line) => line.startsWith(`${key}:`));
  if (at === -1) return [];
  const inline = /^\[(.*)\]$/u.exec((yaml[at] ?? '').slice(key.length + 1).trim());
  const items = inline
    ? (inline[1] ?? '').split(',')
    : indentedBelow(yaml, at).flatMap((line) => /^\s*-\s+(.*)$/u.exec(line)?.[1] ?? []);
  return items.map((item) => unquote(item.trim())).filter((item) => item !== '');
}

/** The lines that belong to the key at `at`: indented ones, blank ones, and list items at the margin. */
function indentedBelow(yaml: readonly string[], at: number): readonly string[] {
  const below = yaml.slice(at + 1);
  const end = below.findIndex((line) => /^[^\s-]/u.test(line));
  return end === -1 ? below : below.slice(0, end);
}

function unquote(value: string): string {
  if (/^'.*'$/u.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (/^".*"$/u.test(value)) {
    return value.slice(1, -1).replace(/\\(["\\/])/gu, '$1');
  }
  return value.replace(/\s+#.*$/u, '');
}
