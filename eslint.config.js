import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Faults, not taste: layout is Prettier's, directions are dependency-cruiser's.
 * test/guards/guards-bite.test.ts plants violations of the rules that matter most.
 */

const typescriptFiles = ['{src,test,migrations,bench,scripts,web}/**/*.{ts,tsx}', '*.ts'];
const testFiles = ['test/**/*.ts', '**/*.test.{ts,tsx}'];

const environmentIsConfigs = {
  object: 'process',
  property: 'env',
  message: 'Only src/platform/config reads the environment: take the parsed value from the config.',
};

const mutableModuleState = [
  'Program > VariableDeclaration[kind="let"]',
  'Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]',
].map((selector) => ({
  selector,
  message: 'No mutable state in a module: pass it in, or keep it in what createX() returns.',
}));

const impureRules = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
  'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
].map((selector) => ({ selector, message: 'Rules are pure: the clock and chance are passed in.' }));

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'data/', 'node_modules/', 'web/**/generated/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-constant-binary-expression': 'error',
      'no-debugger': 'error',
      'no-else-return': 'error',
      'no-eval': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-rename': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: typescriptFiles,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // The AST of graphql-js is read by its words ('Field'), which TypeScript checks as well.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // An async function without await still turns a throw into a rejection; resolvers rely on it.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-properties': ['error', environmentIsConfigs],
      'no-restricted-imports': [
        'error',
        { paths: ['process', 'node:process'].map((name) => ({ name, message: 'Use the global process.' })) },
      ],
    },
  },
  {
    files: ['src/platform/config/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', ...testFiles],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['{src,web}/**/*.{ts,tsx}'],
    ignores: ['src/main.ts', 'src/commands/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['{src,web}/**/*.{ts,tsx}'],
    ignores: ['web/**/*.config.ts'],
    rules: {
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namespaceFrom: true },
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...mutableModuleState] },
  },
  {
    files: ['**/*.rules.ts'],
    rules: { 'no-restricted-syntax': ['error', ...mutableModuleState, ...impureRules] },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    ignores: ['web/**/api/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket'].map((name) => ({
          name,
          message: 'The client speaks to the server through its api/ folder only.',
        })),
      ],
    },
  },
  {
    // What comes over the wire is unknown to a test until it asserts it.
    files: [...testFiles, 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'off',
    },
  },
);
