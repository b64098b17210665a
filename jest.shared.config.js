import config from './jest.config.js';

/** The contract and the meetings that stand beside the project where it is built by its makers; see .ci/run. */
export default {
  ...config,
  roots: ['<rootDir>/test/contract-shared'],
  testPathIgnorePatterns: ['/node_modules/'],
  reporters: ['default', '<rootDir>/test/support/plain-summary-reporter.js'],
};
