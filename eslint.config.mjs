// What the compiler and Prettier cannot see. Prettier alone decides how code looks; no rule here is about layout.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const syntax = {
  doubleCast: {
    selector: 'TSAsExpression > TSAsExpression',
    message: 'A cast through unknown hides a wrong type: write a parser or a type guard.',
  },
  defaultExport: {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name, so that a thing is called the same everywhere.',
  },
  currentDate: {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Ask the clock that was passed in: new Date(clock.now()).',
  },
  focusedTest: {
    selector: 'MemberExpression[object.name=/^(describe|test)$/][property.name=/^(only|skip)$/]',
    message: 'Every test runs, every time.',
  },
  shouldInTestName: {
    selector: 'CallExpression[callee.name="test"] > .arguments:first-child[value=/\\bshould\\b/i]',
    message: 'Say what the unit does, in the present tense.',
  },
  itInsteadOfTest: {
    selector: 'CallExpression[callee.name="it"]',
    message: 'Tests are written with test().',
  },
};

/** Files in which time, chance and delays come from outside. */
const deterministic = {
  files: ['functions/**/*.ts', 'studio/**/*.ts', 'scripts/emulator/**/*.ts'],
  ignores: [
    'functions/lib/time.private.ts',
    'scripts/emulator/time/**',
    'scripts/emulator/ids.ts',
    '**/*.entry.ts',
  ],
};

const inTypeScript = ['error', syntax.doubleCast, syntax.defaultExport];

export default defineConfig(
  // Fixtures are what a user might write, mistakes included.
  globalIgnores(['dist/', 'coverage/', 'tests/**/fixtures/']),
  // A comment cannot switch a rule off: an exception belongs here, where it is seen.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable' } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // An asynchronous interface may be kept by code that has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A default that is written down is a decision; one that ends in assertNever is the compiler's to keep.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      complexity: ['error', { max: 12, variant: 'modified' }],
      eqeqeq: 'error',
      // Terminals are driven by control characters.
      'no-control-regex': 'off',
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 200, skipComments: true, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', 5],
      'no-restricted-syntax': inTypeScript,
    },
  },
  {
    ...deterministic,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'setTimeout', message: 'Ask the clock that was passed in.' },
        { name: 'setInterval', message: 'Ask the clock that was passed in.' },
      ],
      'no-restricted-imports': [
        'error',
        { paths: ['timers', 'timers/promises', 'node:timers', 'node:timers/promises'] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Ask the clock that was passed in.' },
        { object: 'performance', property: 'now', message: 'Ask the clock that was passed in.' },
        { object: 'Math', property: 'random', message: 'Ask the ids that were passed in.' },
      ],
      'no-restricted-syntax': [...inTypeScript, syntax.currentDate],
    },
  },
  {
    files: ['studio/**/*.ts', 'functions/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  // console.error raises an alarm in Twilio's debugger; one file decides when.
  {
    files: ['functions/lib/log.private.ts'],
    rules: { 'no-console': ['error', { allow: ['info', 'error'] }] },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // A describe block is a list of tests, not a function that somebody has to follow.
      'max-lines-per-function': 'off',
      // Keys are spread into characters here, never words.
      '@typescript-eslint/no-misused-spread': 'off',
      // expect.any() and its siblings are typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'no-restricted-syntax': [
        ...inTypeScript,
        syntax.focusedTest,
        syntax.shouldInTestName,
        syntax.itInsteadOfTest,
      ],
    },
  },
  // Jest takes its global setup from a default export.
  { files: ['tests/build-once.ts'], rules: { 'no-restricted-syntax': ['error', syntax.doubleCast] } },
);
