import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { plantTree, repository, run } from './planted-tree.ts';

const suites = {
  'package.json': '{}',
  'jest.config.js': `module.exports = { reporters: ['${join(repository, 'test/support/plain-summary-reporter.js')}'] };`,
  'counted.test.js':
    "test('a', () => {});\ntest('b', () => {});\ntest('c', () => { throw new Error('no'); });\n",
  'unreadable.test.js': "require('./gone.js');\n",
};

test('a run is summed up in one plain line, in which a file that cannot be loaded counts as a failure', () => {
  const tree = plantTree(suites);
  const { stdout, status } = tree.run('node_modules/jest/bin/jest.js', ['--rootDir', tree.root]);
  tree.remove();
  expect(stdout).toBe('2 passed, 2 failed\n');
  expect(status).toBe(1);
});

test('several runs write their lines into the file that is named, one after the other', () => {
  const tree = plantTree({ ...suites, 'later.test.js': "test.skip('d', () => {});\n" });
  const script = join(repository, 'node_modules/jest/bin/jest.js');
  const countsFile = join(tree.root, 'counts');
  const outcomes = ['counted', 'later'].map((pattern) =>
    run(script, ['--rootDir', tree.root, pattern], {
      cwd: tree.root,
      env: { TEST_COUNTS_FILE: countsFile },
    }),
  );
  const counts = readFileSync(countsFile, 'utf8');
  tree.remove();
  expect(outcomes.map(({ stdout }) => stdout)).toEqual(['', '']);
  expect(counts).toBe('2 passed, 1 failed\n0 passed, 0 failed, 1 skipped\n');
});
