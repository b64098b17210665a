/**
 * Builds the server (tsc) and the web client (vite) into dist/. With --if-stale, only what is older than its
 * sources; with --server, the server alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Part {
  readonly name: string;
  readonly sources: readonly string[];
  readonly commands: readonly (readonly string[])[];
}

const root = join(import.meta.dirname, '..');
const common = ['package-lock.json', 'scripts/build.ts'];
const parts: readonly Part[] = [
  {
    name: 'server',
    sources: ['src/**/*.ts', 'migrations/*.ts', 'mikro-orm.config.ts', 'tsconfig*.json', ...common],
    commands: [['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']],
  },
  {
    name: 'web',
    sources: ['web/**/*', 'scripts/build-web.ts', ...common],
    commands: [['scripts/build-web.ts']],
  },
];

const onlyStale = process.argv.includes('--if-stale');
const wanted = process.argv.includes('--server') ? parts.slice(0, 1) : parts;
for (const part of wanted) if (!onlyStale || isStale(part)) build(part);

function stampOf(part: Part): string {
  return join(root, 'dist', `.built-${part.name}`);
}

function isStale(part: Part): boolean {
  const stamp = stampOf(part);
  if (!existsSync(stamp)) return true;
  const builtAt = statSync(stamp).mtimeMs;
  return globSync([...part.sources], { cwd: root }).some(
    (file) => statSync(join(root, file)).mtimeMs > builtAt,
  );
}

function build(part: Part): void {
  const startedAt = new Date();
  for (const command of part.commands) {
    const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...command], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) process.exit(status ?? 1);
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampOf(part), startedAt.toISOString());
}
