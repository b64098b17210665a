/**
 * `npm run check`, the whole truth short of the tests: format, lint, types, directions, documents and the
 * drift of everything that is generated. Every step runs, one line each; what a failing step said is shown.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

interface Step {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
}

const root = join(import.meta.dirname, '..');
const cruised = ['src', 'web', 'test', 'bench', 'scripts', 'migrations', 'mikro-orm.config.ts'];
const eslintArgs = ['--max-warnings', '0', '.'];
const tsc = 'node_modules/typescript/bin/tsc';
/** What did not change since the last check is not looked at again. */
const typesOf = (project: string): readonly string[] => {
  const seen = `dist/.types-${project.replaceAll('/', '-')}.tsbuildinfo`;
  return ['--noEmit', '--incremental', '--tsBuildInfoFile', seen, '-p', project];
};

const steps: readonly Step[] = [
  { name: 'format', script: 'node_modules/prettier/bin/prettier.cjs', args: ['--check', '.'] },
  { name: 'types', script: tsc, args: typesOf('tsconfig.json') },
  { name: 'types of web', script: tsc, args: typesOf('web/tsconfig.json') },
  { name: 'lint', script: 'node_modules/eslint/bin/eslint.js', args: eslintArgs },
  {
    name: 'directions',
    script: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    args: [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
      ...cruised.filter((path) => existsSync(join(root, path))),
    ],
  },
  { name: 'documents', script: 'scripts/check-docs.ts' },
  drift('schema drift', 'scripts/emit-schema.ts', ['--check']),
  drift('web types drift', 'scripts/generate-web-types.ts', ['--check']),
  drift('migrations drift', 'scripts/check-migrations.ts'),
];

const failed = steps.filter((step) => !passes(step));
console.log(
  failed.length === 0
    ? `check: all ${steps.length} steps passed`
    : `check: ${failed.length} of ${steps.length} steps failed (${failed.map(({ name }) => name).join(', ')})`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

function drift(name: string, script: string, args: readonly string[] = []): Step {
  return { name, script, args };
}

/** Runs the step on the very Node that runs this script, wherever the shell would have looked for one. */
function passes({ name, script, args = [] }: Step): boolean {
  const startedMs = performance.now();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const isPassed = status === 0;
  console.log(`${isPassed ? 'ok  ' : 'FAIL'} ${name.padEnd(18)} ${seconds.padStart(6)} s`);
  if (!isPassed) console.log(`${stdout}${stderr}${error === undefined ? '' : error.message}`.trimEnd());
  return isPassed;
}
