export default {
  testMatch: ['**/test/**/*.test.ts'],
  transform: { '^.+\\.[jt]s$': '@swc/jest' },
  // closed-room is ES modules; Jest reads them as it reads the tests.
  transformIgnorePatterns: ['/node_modules/(?!closed-room/)'],
  testTimeout: 60_000,
};
