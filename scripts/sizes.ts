/**
 * The longest functions and files of the product (tests, migrations and generated files aside). No limit is
 * enforced: what leads a list for no good reason is split, or joined with what it belongs to.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

const listLengthMax = 15;
const functionLinesAim = 25;
const fileLinesAim = 200;

interface Size {
  readonly lines: number;
  readonly place: string;
}

const root = join(import.meta.dirname, '..');
const files = globSync('{src,web,scripts,bench}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|dist|generated)(\/|$)|\.test\.tsx?$|\.d\.ts$/.test(path),
});
const sources = files.map((path) => parse(path));

print(`Functions (aim: ${functionLinesAim} lines)`, sources.flatMap(functionSizes));
print(
  `Files (aim: ${fileLinesAim} lines)`,
  sources.map((source) => ({ lines: lineOf(source, source.end), place: source.fileName })),
);

function parse(path: string): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const text = readFileSync(join(root, path), 'utf8').trimEnd();
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

function functionSizes(source: ts.SourceFile): readonly Size[] {
  const sizes: Size[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const first = lineOf(source, node.getStart(source));
      const lines = lineOf(source, node.end) - first + 1;
      sizes.push({ lines, place: `${source.fileName}:${first} ${nameOf(node)}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sizes;
}

/** An arrow function is called by the variable, property or call that holds it. */
function nameOf(node: ts.SignatureDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return `${node.parent.name?.text ?? 'class'}.constructor`;
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  if (ts.isCallExpression(parent)) return `(in ${parent.expression.getText().slice(0, 40)})`;
  return '(anonymous)';
}

function lineOf(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}

function print(title: string, sizes: readonly Size[]): void {
  const longest = sizes.toSorted((a, b) => b.lines - a.lines).slice(0, listLengthMax);
  console.log(`${title}, ${sizes.length} in all`);
  for (const { lines, place } of longest) console.log(`${String(lines).padStart(6)}  ${place}`);
  console.log('');
}
