export default {
  testEnvironment: '<rootDir>/test/support/jest/quiet-environment.js',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
  moduleNameMapper: { '^esbuild$': '<rootDir>/test/support/jest/esbuild.ts' },
  globalSetup: '<rootDir>/test/support/jest/start-run.js',
  globalTeardown: '<rootDir>/test/support/jest/end-run.js',
  // Every processor: the default leaves one idle, which on two is half of them.
  maxWorkers: '100%',
  testTimeout: 120_000,
};
