export default {
  testEnvironment: '<rootDir>/test/support/jest/quiet-environment.js',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
  moduleNameMapper: { '^esbuild$': '<rootDir>/test/support/jest/esbuild.ts' },
  globalSetup: '<rootDir>/test/support/jest/start-run.js',
  globalTeardown: '<rootDir>/test/support/jest/end-run.js',
  testTimeout: 120_000,
};
