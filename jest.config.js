export default {
  runner: 'jest-light-runner',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {},
  setupFiles: ['<rootDir>/test/support/jest/read-typescript.js', '<rootDir>/test/support/jest/share-bundles.ts'],
  globalSetup: '<rootDir>/test/support/jest/start-run.js',
  globalTeardown: '<rootDir>/test/support/jest/end-run.js',
  maxWorkers: '100%',
};
