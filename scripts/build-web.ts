/**
 * Builds the client into dist/web, writes .br and .gz beside every text file, and holds the budgets:
 * what a first view loads, gzipped. Exits 1 above a limit.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { build, type Manifest } from 'vite';

interface Budget {
  readonly name: string;
  readonly files: readonly string[];
  readonly limitBytes: number;
  /** Weighed as one text: nobody loads all of it, and how it is cut is not what it weighs. */
  readonly asOne?: boolean;
}

const root = join(import.meta.dirname, '..');
const output = join(root, 'dist/web');
const compressed = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt']);

await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' });
const manifest = JSON.parse(readFileSync(join(output, '.vite/manifest.json'), 'utf8')) as Manifest;
const files = filesIn(output);
for (const file of files) if (compressed.has(extname(file))) compress(file);
if (!budgets().map(report).every(Boolean)) process.exitCode = 1;

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(output, file).startsWith('.vite'));
}

function compress(file: string): void {
  const content = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
}

/**
 * A first view is an entry with all it imports, the first page's chunk, and their words in the heavier language.
 * The reader's live text is loaded while the door is being answered; it is printed too, and has its own limit.
 */
function budgets(): readonly Budget[] {
  const reader = ['reader.html', ...textsOf('common', 'reader')];
  const door = [...reader, 'src/reader/gate.tsx'];
  // What a phone that is through the door fetches by itself; the styles stand in the page.
  const socket = '../node_modules/graphql-ws/dist/index.js';
  const later = ['src/comments/comment-links.tsx'];
  const view = [...reader, 'src/reader/reader-view.tsx'];
  const visit = [join(output, 'reader.html'), ...load([...view, ...later, socket])];
  const app = ['app.html', 'src/pages/home/home.page.tsx', ...textsOf('common', 'shell', 'home')];
  return [
    { name: 'reader, first JS', files: load(door), limitBytes: 20_000 },
    { name: 'reader, live JS', files: load(view), limitBytes: 33_000 },
    { name: 'reader, whole visit', files: visit, limitBytes: 45_000 },
    { name: 'app, first JS', files: load(app), limitBytes: 45_000 },
    { name: 'room, its chunk', files: own('src/pages/room/room.page.tsx'), limitBytes: 15_500 },
    {
      name: 'all CSS',
      files: files.filter((file) => file.endsWith('.css')),
      limitBytes: 12_000,
      asOne: true,
    },
  ];
}

/** Chinese is the heavier language in bytes. */
function textsOf(...areas: readonly string[]): readonly string[] {
  return areas.map((area) => `src/text/${area}.zh.ts`);
}

function load(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.flatMap(withImports))].map((file) => join(output, file));
}

/** A page's own chunk, without what it shares with others. */
function own(key: string): readonly string[] {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`The build has no ${key}.`);
  return [join(output, chunk.file)];
}

function withImports(key: string): readonly string[] {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`The build has no ${key}.`);
  return [chunk.file, ...(chunk.imports ?? []).flatMap(withImports)];
}

function report({ name, files: counted, limitBytes, asOne }: Budget): boolean {
  const texts = counted.map((file) => readFileSync(file));
  const weighed = asOne ? [Buffer.concat(texts)] : texts;
  const bytes = weighed.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
  const isWithin = bytes <= limitBytes;
  const figure = `${(bytes / 1000).toFixed(1)} kB of ${limitBytes / 1000} kB gzipped`;
  console.log(`${isWithin ? 'ok  ' : 'OVER'} ${name.padEnd(18)} ${figure}`);
  return isWithin;
}
