import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { cleanFiles, flaws } from './planted-flaws.ts';
import { featureCycle, treeInOrder, treeWithViolations, violations } from './planted-directions.ts';
import { plantTree, repository, type Outcome, type PlantedTree, type Plants } from './planted-tree.ts';

/** A cruise or a typed lint starts a compiler: seconds, not milliseconds, on a busy machine. */
const guardTimeoutMs = 120_000;

interface CruiseResult {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
  };
}

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

describe('directions', () => {
  const planted = forTheseTests(() => ({
    inOrder: cruise(treeInOrder),
    withViolations: cruise(treeWithViolations),
  }));

  test('a house in order passes', () => {
    expect(planted().inOrder).toEqual([]);
  });

  test.each(violations)('$rule catches $file', ({ rule, file }) => {
    expect(planted().withViolations).toContain(`${rule}: ${file}`);
  });

  test(`${featureCycle.rule} catches two features that call each other`, () => {
    expect(planted().withViolations).toContain(`${featureCycle.rule}: ${featureCycle.folder}`);
  });

  test('every rule has a planted violation', () => {
    const require = createRequire(import.meta.url);
    const { forbidden } = require(join(repository, '.dependency-cruiser.cjs')) as {
      forbidden: readonly { name: string }[];
    };
    const plantedRules = new Set([...violations.map(({ rule }) => rule), featureCycle.rule]);
    expect([...plantedRules].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});

describe('lint', () => {
  const linted = forTheseTests(() => lint({ ...cleanFiles, ...Object.assign({}, ...flaws.map(asFile)) }));

  test('code in order passes', () => {
    const complaints = linted().filter((line) => Object.keys(cleanFiles).some((file) => line.endsWith(file)));
    expect(complaints).toEqual([]);
  });

  test.each(flaws)('$rule catches $file', ({ rule, file }) => {
    expect(linted()).toContain(`${rule}: ${file}`);
  });
});

describe('documents', () => {
  test('documents whose paths exist pass', () => {
    expect(checkDocuments(documentsInOrder)).toMatchObject({ status: 0, stderr: '' });
  });

  test.each([
    ['a path in backticks', 'See `src/gone/`.', 'README.md:1: "src/gone/" does not exist.'],
    ['a file name in backticks', 'See\n`gone.md`.', 'README.md:2: "gone.md" does not exist.'],
    ['a link', 'See [there](./docs/gone.md#part).', 'README.md:1: "./docs/gone.md" does not exist.'],
    ['a picture', '![seen](docs/gone.png)', 'README.md:1: "docs/gone.png" does not exist.'],
  ])('%s that leads nowhere is named with its line', (_what, text, fault) => {
    expect(checkDocuments({ ...documentsInOrder, 'README.md': text })).toEqual({
      status: 1,
      stdout: expect.any(String),
      stderr: `${fault}\n`,
    });
  });

  test('a feature without README and front door is named', () => {
    const outcome = checkDocuments({ ...documentsInOrder, 'src/features/care/letters.service.ts': '' });
    expect(outcome.status).toBe(1);
    expect(outcome.stderr).toContain('src/features/care:1: the feature has no README.md.');
    expect(outcome.stderr).toContain('src/features/care:1: the feature has no index.ts.');
  });

  test('a house without any document fails', () => {
    const { status, stderr } = checkDocuments({ 'src/main.ts': '' });
    expect(stderr).toMatch(/^No document found/);
    expect(status).toBe(1);
  });
});

const documentsInOrder: Plants = {
  'README.md': [
    'Start at `src/main.ts`, then [the features](src/features/members/README.md#words) and `members`.',
    'Serves `/graphql`, `/r/SHARECODE` and <https://example.org/a/b.md>; data lives in `data/postgres`.',
    'A feature is `src/features/<noun>/` with `*.rules.ts` and sends `application/json`.',
    '```sh',
    'cat `some/file/that/is/only/an/example.txt`',
    '```',
  ].join('\n'),
  'src/main.ts': '',
  'src/features/members/README.md': 'Beside this: `index.ts`; the entry: `src/main.ts`.',
  'src/features/members/index.ts': '',
};

/** Runs once before the tests of a group and hands them what came of it. */
function forTheseTests<T>(prepare: () => T): () => T {
  const results: T[] = [];
  beforeAll(() => {
    results.push(prepare());
  }, guardTimeoutMs);
  return () => {
    const [result] = results;
    if (result === undefined) throw new Error('The guard did not run.');
    return result;
  };
}

/** The violations of a tree, each as `rule: file`. */
function cruise(plants: Plants): readonly string[] {
  const script = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
  const config = join(repository, '.dependency-cruiser.cjs');
  const folders = ['src', 'web', 'test', 'bench', 'scripts', 'mikro-orm.config.ts'];
  return inTree(plants, (tree) => {
    const outcome = tree.run(script, ['--config', config, '--output-type', 'json', ...folders]);
    const { summary } = parsed<CruiseResult>(outcome);
    return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  });
}

/** The complaints about a tree, each as `rule: file`; a file that cannot be read says why in place of a rule. */
function lint(plants: Plants): readonly string[] {
  return inTree(plants, (tree) => {
    for (const path of ['node_modules', 'eslint.config.js', 'tsconfig.json']) tree.link(path);
    const outcome = tree.run('node_modules/eslint/bin/eslint.js', ['--format', 'json', '.']);
    return parsed<readonly LintResult[]>(outcome).flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId ?? message}: ${relative(tree.root, filePath)}`),
    );
  });
}

function checkDocuments(plants: Plants): Outcome {
  return inTree(plants, (tree) => tree.run('scripts/check-docs.ts', [tree.root]));
}

function inTree<T>(plants: Plants, work: (tree: PlantedTree) => T): T {
  const tree = plantTree(plants);
  try {
    return work(tree);
  } finally {
    tree.remove();
  }
}

function parsed<T>({ stdout, stderr }: Outcome): T {
  if (!/^[[{]/.test(stdout)) throw new Error(`The guard said no JSON: ${stdout}${stderr}`);
  return JSON.parse(stdout) as T;
}

function asFile({ file, code }: { readonly file: string; readonly code: string }): Plants {
  return { [file]: code };
}
