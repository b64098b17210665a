/**
 * Documents that cannot rot: every path the documents mention exists, and every feature has its README and
 * its front door. `node scripts/check-docs.ts [root]`; exit code 1 and one line per fault.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';

const documentPatterns = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'DEPLOYMENT.md',
  'schema/**/*.md',
  'src/**/README.md',
  'web/README.md',
  'web/src/**/README.md',
];

const fileExtensions = 'md|ts|tsx|js|cjs|mjs|json|graphql|sql|sh|css|html|yml|yaml|txt|png|svg|example';
const namesAFile = new RegExp(`^[\\w.@-]+\\.(${fileExtensions})$`, 'i');
/** What runs the product makes, or npm installs: mentioned in documents and absent from a clean checkout. */
const madeLater = /^(dist|data|coverage|node_modules)(\/|$)/;

interface Mention {
  readonly line: number;
  readonly path: string;
}

interface Fault {
  readonly document: string;
  readonly line: number;
  readonly problem: string;
}

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const documents = globSync(documentPatterns, { cwd: root }).sort();
const faults = [...documents.flatMap(missingPaths), ...incompleteFeatures()];

for (const { document, line, problem } of faults) console.error(`${document}:${line}: ${problem}`);
if (documents.length === 0) console.error(`No document found under ${root}.`);
else console.log(`${documents.length} documents read, ${faults.length} faults.`);
process.exitCode = faults.length > 0 || documents.length === 0 ? 1 : 0;

function missingPaths(document: string): readonly Fault[] {
  return mentions(readFileSync(join(root, document), 'utf8'))
    .filter(({ path }) => !exists(path, document))
    .map(({ path, line }) => ({ document, line, problem: `"${path}" does not exist.` }));
}

/** Paths stand in backticks or links; a fenced block holds commands and examples, and is skipped. */
function mentions(text: string): readonly Mention[] {
  let isFenced = false;
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*(```|~~~)/.test(line)) {
      isFenced = !isFenced;
      return [];
    }
    return isFenced ? [] : pathsInLine(line).map((path) => ({ path, line: index + 1 }));
  });
}

function pathsInLine(line: string): readonly string[] {
  const quoted = [...line.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text.trim());
  const linked = [...line.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)].map(([, target = '']) => target);
  return [...quoted.filter(looksLikePath), ...linked.filter(isLocalLink).map(withoutAnchor)].filter(
    (path) => path !== '' && !isPlaceholder(path),
  );
}

/** A path has a slash inside, or is a single file name with an extension we keep; a route starts with one. */
function looksLikePath(text: string): boolean {
  if (/\s/.test(text) || text.startsWith('/') || text.startsWith('@') || /^[a-z]+:/i.test(text)) return false;
  if (namesAFile.test(text)) return true;
  return /^[\w.@-]+(\/[\w.@-]*)+$/.test(text) && !isMediaType(text);
}

function isMediaType(text: string): boolean {
  return /^(application|text|image|multipart)\/[\w.+-]+$/.test(text) && !existsSync(join(root, text));
}

function isLocalLink(target: string): boolean {
  return !/^[a-z][a-z+.-]*:/i.test(target) && !target.startsWith('#') && !target.startsWith('/');
}

function withoutAnchor(target: string): string {
  return target.replace(/[#?].*$/, '');
}

function isPlaceholder(path: string): boolean {
  return /[<>$*{}…]|\.\.\.|[A-Z]{4,}\/?$/.test(path) || madeLater.test(path);
}

/** A path is read from the repository's root, from the document's folder, or from src/ for short. */
function exists(path: string, document: string): boolean {
  const places = [root, join(root, dirname(document)), join(root, 'src')];
  if (places.some((place) => existsSync(normalize(join(place, path))))) return true;
  // A bare name is enough where the text around it says which room is meant.
  const isBare = !path.replace(/\/$/, '').includes('/');
  return (
    isBare &&
    globSync(`{src,web,test,scripts,schema}/**/${path.replace(/\/$/, '')}`, { cwd: root }).length > 0
  );
}

function incompleteFeatures(): readonly Fault[] {
  return globSync('src/features/*/', { cwd: root }).flatMap((folder) =>
    ['README.md', 'index.ts']
      .filter((file) => !existsSync(join(root, folder, file)))
      .map((file) => ({ document: folder, line: 1, problem: `the feature has no ${file}.` })),
  );
}
