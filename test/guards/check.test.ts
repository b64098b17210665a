import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { plantTree, repository, run, type Outcome, type PlantedTree } from './planted-tree.ts';

const tools = {
  format: 'node_modules/prettier/bin/prettier.cjs',
  types: 'node_modules/typescript/bin/tsc',
  lint: 'node_modules/eslint/bin/eslint.js',
  directions: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  documents: 'scripts/check-docs.ts',
  'schema drift': 'scripts/emit-schema.ts',
  'web types drift': 'scripts/generate-web-types.ts',
  'migrations drift': 'scripts/check-migrations.ts',
} as const;

/** The compiler is asked twice: for the server and for the web. */
const stepCount = Object.keys(tools).length + 1;

describe('npm run check', () => {
  let tree: PlantedTree;

  beforeEach(() => {
    tree = plantTree({ ...Object.fromEntries(Object.values(tools).map((path) => [path, tool(path, 0)])) });
    mkdirSync(join(tree.root, 'scripts'), { recursive: true });
    copyFileSync(join(repository, 'scripts/check.ts'), join(tree.root, 'scripts/check.ts'));
  });

  afterEach(() => tree.remove());

  const check = (): Outcome => run(join(tree.root, 'scripts/check.ts'), [], { cwd: tree.root });

  test('passes when every step passes, and repeats nothing of what they said', () => {
    const { status, stdout } = check();
    expect(stdout).toContain(`all ${stepCount} steps passed`);
    expect(stdout).not.toContain('said by');
    expect(status).toBe(0);
  });

  test.each(Object.entries(tools))(
    'fails when the step "%s" alone fails, and shows its words',
    (name, path) => {
      const failing = plantTree({ [path]: tool(path, 1) });
      copyFileSync(join(failing.root, path), join(tree.root, path));
      failing.remove();
      const { status, stdout } = check();
      const failed = name === 'types' ? ['types', 'types of web'] : [name];
      expect(status).toBe(1);
      for (const step of failed) expect(stdout).toContain(`FAIL ${step} `);
      expect(stdout.match(/said by .*/g)).toEqual(failed.map(() => `said by ${path}`));
      expect(stdout).toContain(`${failed.length} of ${stepCount} steps failed (${failed.join(', ')})`);
    },
  );
});

/** Stands in for a tool that is not ours: says who it is and ends with the given code. */
function tool(path: string, code: number): string {
  return `console.log('said by ${path}');\nprocess.exitCode = ${code};\n`;
}
