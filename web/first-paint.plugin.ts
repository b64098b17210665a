import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } };

/** What a page asks for by itself a moment later, so that it can be on its way at once. */
interface Ahead {
  /** Chunks that are asked for whatever the address. */
  readonly chunks: readonly string[];
  /** Areas of text: of each, the language at hand. */
  readonly texts: readonly string[];
  /** What is asked for only at one address. */
  readonly at?: {
    readonly path: string;
    readonly chunks: readonly string[];
    readonly texts: readonly string[];
  };
}

const pages: Readonly<Record<string, Ahead>> = {
  'reader.html': { chunks: ['src/reader/reader-view.tsx'], texts: ['common', 'reader'] },
  'app.html': {
    chunks: [],
    texts: ['common', 'shell'],
    at: { path: '/', chunks: ['src/pages/home/home.page.tsx'], texts: ['home'] },
  },
};
const languages = { 'zh-CN': 'zh', en: 'en' } as const;

/**
 * Makes the first paint one answer: the styles and the script that it waits for stand in the page itself, and the
 * chunks and words that it needs next are named there. The server allows each by its hash (web-pages.ts).
 */
export function firstPaint(folder: string): Plugin {
  return {
    name: 'first-paint',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const theme = readFileSync(join(folder, 'theme.js'), 'utf8');
        for (const [page, ahead] of Object.entries(pages)) {
          const asset = bundle[page];
          if (asset?.type !== 'asset') throw new Error(`The build has no ${page}.`);
          asset.source = fill(String(asset.source), { bundle, theme, ahead });
        }
      },
    },
  };
}

interface Filling {
  readonly bundle: Bundle;
  readonly theme: string;
  readonly ahead: Ahead;
}

function fill(html: string, { bundle, theme, ahead }: Filling): string {
  const chunks = ahead.chunks.flatMap((source) => withImports(bundle, source));
  const styled = inlineStyles(html, bundle, cssOf(chunks));
  const links = unique(chunks.map(({ fileName }) => fileName).filter(notIn(styled)));
  const page = styled.replace('</head>', () => `${links.map(preload).join('')}</head>`);
  const named = Object.entries(byLanguage(bundle, ahead)).map(([key, files]) => [
    key,
    files.filter(notIn(page)),
  ]);
  const script = minified(theme).replace('__AHEAD__', JSON.stringify(Object.fromEntries(named)));
  return page.replace('<!-- theme.js -->', () => `<script>${script}</script>`);
}

function notIn(page: string): (file: string) => boolean {
  return (file) => !page.includes(`"/${file}"`);
}

/** A style that stands in the page is never fetched; its link stays, switched off, so that no chunk asks for it again. */
function inlineStyles(html: string, bundle: Bundle, more: readonly string[]): string {
  const found = [...html.matchAll(/\s*<link rel="stylesheet"[^>]*href="\/([^"]+)">/g)];
  const files = unique([...found.map(([, file = '']) => file), ...more]);
  const bare = found.reduce((rest, [tag]) => rest.replace(tag, ''), html);
  const css = files.map((file) => sourceOf(bundle, file).trim()).join('');
  const links = files.map((file) => `<link rel="stylesheet" href="/${file}" disabled>`).join('');
  return bare.replace('<!-- theme.js -->', (mark) => `<style>${css}</style>${links}${mark}`);
}

function byLanguage(bundle: Bundle, { texts, at }: Ahead): Readonly<Record<string, readonly string[]>> {
  const named = Object.entries(languages).flatMap(([language, ending]) => {
    const files = (areas: readonly string[]): readonly string[] =>
      areas.flatMap((area) => filesOf(bundle, `src/text/${area}.${ending}.ts`));
    const there = at && [...at.chunks.flatMap((source) => filesOf(bundle, source)), ...files(at.texts)];
    return [
      [language, files(texts)] as const,
      ...(at && there ? [[language + at.path, there] as const] : []),
    ];
  });
  return Object.fromEntries(named);
}

function filesOf(bundle: Bundle, source: string): readonly string[] {
  const chunks = withImports(bundle, source);
  return unique([...chunks.map(({ fileName }) => fileName), ...cssOf(chunks)]);
}

function cssOf(chunks: readonly Chunk[]): readonly string[] {
  return unique(chunks.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
}

/** The chunk of a source file with all that it imports, without the entries: those are on the page already. */
function withImports(bundle: Bundle, source: string): readonly Chunk[] {
  const first = Object.values(bundle).find(
    (part) => part.type === 'chunk' && part.facadeModuleId?.endsWith(`/${source}`),
  );
  if (first?.type !== 'chunk') throw new Error(`The build has no ${source}.`);
  const found = new Map<string, Chunk>();
  const walk = (chunk: Chunk): void => {
    if (found.has(chunk.fileName) || chunk.isEntry) return;
    found.set(chunk.fileName, chunk);
    for (const file of chunk.imports) {
      const next = bundle[file];
      if (next?.type === 'chunk') walk(next);
    }
  };
  walk(first);
  return [...found.values()];
}

function sourceOf(bundle: Bundle, file: string): string {
  const asset = bundle[file];
  if (asset?.type !== 'asset') throw new Error(`The build has no ${file}.`);
  return String(asset.source);
}

function preload(file: string): string {
  return `<link rel="modulepreload" crossorigin href="/${file}">`;
}

/** Its comments are for us, and every visitor would load them. */
function minified(script: string): string {
  return script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .join('\n');
}

function unique(files: readonly string[]): readonly string[] {
  return [...new Set(files)];
}
