import { missingNodePrograms } from './test/support/node-programs.js';

/**
 * The tests of several nodes start programs that do not come with the project. Where one is missing they are left
 * out, and the run says so at its end; with TEST_NODES=on, as in .ci/run, they run and fail.
 */
const missing = process.env.TEST_NODES === 'on' ? [] : missingNodePrograms();
const leavesNodesOut = missing.length > 0;

/** Jest in ESM mode: MikroORM 7 cannot be loaded from CommonJS. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/web'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/test/contract-shared/',
    ...(leavesNodesOut ? ['/test/nodes/'] : []),
  ],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true, tsx: false },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  reporters: [
    'default',
    '<rootDir>/test/support/plain-summary-reporter.js',
    ...(leavesNodesOut ? [['<rootDir>/test/support/nodes-not-run-reporter.js', { missing }]] : []),
  ],
  maxWorkers: 2,
  testTimeout: 30_000,
};
