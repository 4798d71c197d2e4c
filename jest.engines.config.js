import base from './jest.config.js';

/** The suites that need real engines beside the embedded PostgreSQL: Kafka, and whatever the environment names. */
export default {
  ...base,
  globalSetup: '<rootDir>/test/engines/global-setup.ts',
  roots: ['<rootDir>/test/engines'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  // A suite that fails may leave processes behind; the run ends all the same.
  forceExit: true,
  // A machine that is busy, or a third as fast, fails no suite: they wait for conditions.
  testTimeout: 300_000,
};
