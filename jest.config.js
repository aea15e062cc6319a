export default {
  // Files share one process a worker, and what it has loaded: the CDK is read once, not once a file.
  runner: 'jest-light-runner',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {},
  setupFiles: [
    '<rootDir>/test/support/jest/read-typescript.js',
    '<rootDir>/test/support/jest/share-bundles.ts',
  ],
  globalSetup: '<rootDir>/test/support/jest/start-run.js',
  globalTeardown: '<rootDir>/test/support/jest/end-run.js',
  // Every processor: the default leaves one idle, which on two is half of them.
  maxWorkers: '100%',
};
