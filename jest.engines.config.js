import base from './jest.config.js';

/** The suites that need real engines beside the embedded PostgreSQL: Kafka, and whatever the environment names. */
export default {
  ...base,
  globalSetup: '<rootDir>/test/engines/global-setup.ts',
  roots: ['<rootDir>/test/engines'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 120_000,
};
