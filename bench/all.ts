/**
 * `npm run bench:all [-- --peers <folder>] [--only start,peers,…]`: every benchmark in turn, and bench/RESULTS.md
 * written from what they print. About an hour; the first time two, because the large houses are loaded.
 * What is said by hand under "What it tells" stays.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct, root } from './product.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'string' },
    only: { type: 'string' },
    sizes: { type: 'string', default: '10000,100000,1000000' },
  },
});

interface Part {
  readonly name: string;
  readonly title: string;
  readonly program: string;
  readonly args: readonly string[];
}

const peers = values.peers ? ['--peers', values.peers] : [];
const built = ['--as-built'];
const parts: readonly Part[] = [
  { name: 'start', title: 'Start', program: 'start.ts', args: built },
  { name: 'peers', title: 'Beside the peers', program: 'peers/run.ts', args: [...peers, ...built] },
  { name: 'crowd', title: '10,000 subscribers', program: 'crowd.ts', args: built },
  { name: 'log-ins', title: 'Log-ins and the room', program: 'log-ins.ts', args: built },
  { name: 'growth', title: 'Growth', program: 'growth/run.ts', args: ['--sizes', values.sizes, ...built] },
  { name: 'pages', title: 'Pages', program: 'pages/run.ts', args: built },
  { name: 'typing', title: 'Typing', program: 'typing/run.ts', args: built },
];

const file = join(import.meta.dirname, 'RESULTS.md');
const byHand = '## What it tells';
const only = values.only?.split(',');

buildProduct();
const sections: string[] = [header()];
for (const part of parts) {
  if (only && !only.includes(part.name)) continue;
  console.error(`\n--- ${part.title}`);
  const { printed, status } = await run(part);
  sections.push(
    `## ${part.title}\n\n${asMarkdown(printed)}${status === 0 ? '' : '\n\n**This part failed.**'}`,
  );
  // After each part: what was measured is kept, whatever comes later.
  write(sections);
}

function header(): string {
  const [{ model } = { model: 'unknown' }] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).stdout.trim();
  const machine = `${cpus().length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}`;
  return `# What was seen

**${day}**, commit ${commit}, ${machine}, Node ${process.version}. Load, product and database share the cores; the load average was ${(loadavg()[0] ?? 0).toFixed(1)} at the beginning. [README.md](README.md) says what is measured and how; written by \`npm run bench:all\`.`;
}

async function run({ program, args }: Part): Promise<{ readonly printed: string; readonly status: number }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, program), ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    process.stdout.write(text);
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { printed, status: status ?? 1 };
}

/** Tables and titles stand as they are, one level lower; other lines become a list. */
function asMarkdown(printed: string): string {
  return printed
    .replace(/^# Peer benchmark results$/m, '')
    .split('\n')
    .map((line) => (/^\s*$|^[#|]/.test(line) ? line : line.replace(/^( *)(.*)$/, '$1- $2')))
    .map((line) => line.replace(/^## /, '### '))
    .join('\n')
    .trim();
}

function write(written: readonly string[]): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const kept = before.includes(byHand) ? before.slice(before.indexOf(byHand)) : `${byHand}\n`;
  writeFileSync(file, `${written.join('\n\n')}\n\n${kept}`);
  spawnSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', file], { cwd: root });
}
