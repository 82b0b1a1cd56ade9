/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: { module: 'CommonJS', allowJs: true, sourceMap: true, inlineSources: true },
      },
    ],
    // ESM only, and Jest runs CommonJS.
    '/node_modules/jose/.+\\.js$': [
      'ts-jest',
      { diagnostics: false, tsconfig: { module: 'CommonJS', allowJs: true } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  testSequencer: '<rootDir>/tests/longest-first.js',
  globalSetup: '<rootDir>/tests/build-once.ts',
  // No test asserts a time; this only ends one that hangs, on the slowest machine.
  testTimeout: 60_000,
  // Two workers: what the smallest machine that runs the tests has.
  maxWorkers: 2,
};
