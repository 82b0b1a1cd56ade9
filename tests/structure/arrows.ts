/** A part of the project, and everything that it may import besides itself. */
export interface Part {
  /** The folder; files below it belong to the part unless a longer folder of the table holds them. */
  readonly folder: string;
  /** True: only the files that lie directly in the folder. */
  readonly filesOnly?: boolean;
  /** True: its files may not import each other either. */
  readonly apart?: boolean;
  /** Folders of other parts; `*` is all of them. */
  readonly imports: readonly string[];
  /** Packages; `node:*` is what Node brings along, `*` is everything installed. */
  readonly packages: readonly string[];
}

const inFunctions = [
  'twilio',
  '@twilio-labs/serverless-runtime-types',
  'libphonenumber-js',
  'jose',
  'node:*',
];

/**
 * Which part may import which: the one place where it is written down, and what `docs/architecture.md` draws. Code
 * under `studio` has no packages but the template engine, so that it can run anywhere and asks for nothing itself.
 */
export const parts: readonly Part[] = [
  { folder: 'functions', apart: true, imports: ['functions/lib'], packages: inFunctions },
  { folder: 'functions/lib', imports: [], packages: inFunctions },

  { folder: 'assets', imports: [], packages: ['intl-tel-input'] },

  { folder: 'studio/model', imports: [], packages: [] },
  { folder: 'studio/flows', imports: [], packages: [] },
  { folder: 'studio/liquid', imports: ['studio/model'], packages: ['liquidjs'] },
  { folder: 'studio/widgets', imports: ['studio/model'], packages: [] },
  { folder: 'studio/parsing', imports: ['studio/widgets', 'studio/model'], packages: [] },
  { folder: 'studio/wiring', imports: ['studio/model'], packages: [] },
  { folder: 'studio/graph', imports: ['studio/model'], packages: [] },
  {
    folder: 'studio/drawing',
    imports: ['studio/graph', 'studio/model', 'studio/wiring'],
    packages: [],
  },
  {
    folder: 'studio/checks',
    imports: [
      'studio/graph',
      'studio/liquid',
      'studio/model',
      'studio/parsing',
      'studio/widgets',
      'studio/wiring',
    ],
    packages: [],
  },
  {
    folder: 'studio/interpreter',
    imports: ['studio/widgets', 'studio/liquid', 'studio/model'],
    packages: [],
  },

  {
    folder: 'studio/proof',
    imports: ['studio/checks', 'studio/interpreter', 'studio/liquid', 'studio/model', 'studio/widgets'],
    packages: [],
  },

  { folder: 'studio/scripting', imports: ['studio/interpreter', 'studio/model'], packages: [] },
  {
    folder: 'studio/testing',
    imports: ['studio/interpreter', 'studio/model', 'studio/parsing', 'studio/scripting'],
    packages: [],
  },
  { folder: 'studio/flow-tests', imports: ['studio/model', 'studio/scripting'], packages: [] },

  {
    folder: 'scripts/command-line',
    imports: ['functions/lib'],
    packages: ['commander', 'libphonenumber-js', 'picocolors', 'node:*'],
  },
  { folder: 'scripts/bundling', imports: [], packages: ['esbuild', 'typescript', 'node:*'] },
  {
    folder: 'scripts/deployment',
    imports: ['functions/lib', 'scripts/bundling', 'studio'],
    packages: ['twilio', '@twilio-labs/serverless-api', 'node:*'],
  },
  { folder: 'scripts/emulator', imports: ['scripts/emulator/twiml', 'studio'], packages: ['*'] },
  { folder: 'scripts/emulator/twiml', imports: ['studio/model'], packages: ['saxes'] },
  {
    folder: 'scripts/calls',
    imports: ['scripts/emulator', 'studio'],
    packages: ['libphonenumber-js', 'node:*'],
  },
  {
    folder: 'scripts/terminal-phone',
    imports: ['scripts/calls', 'scripts/command-line', 'scripts/emulator', 'studio'],
    packages: ['picocolors', 'node:*'],
  },
  {
    folder: 'scripts/phone-page',
    imports: ['scripts/emulator', 'scripts/terminal-phone', 'studio'],
    packages: ['@hono/node-server', 'esbuild', 'hono', 'node:*'],
  },
  {
    folder: 'scripts/account',
    imports: [
      'scripts/bundling',
      'scripts/command-line',
      'scripts/deployment',
      'scripts/proving',
      'scripts/terminal-phone',
    ],
    packages: ['commander', 'listr2', 'twilio', 'node:*'],
  },
  { folder: 'scripts/proving', imports: ['scripts/command-line', 'studio'], packages: ['node:*'] },
  {
    folder: 'scripts/flow-tools',
    imports: ['scripts/command-line', 'scripts/proving', 'studio'],
    packages: ['picocolors', 'node:*'],
  },
  { folder: 'scripts/library', imports: ['studio'], packages: ['node:*'] },
  {
    folder: 'scripts/one-time-passcodes',
    imports: ['functions/lib', 'scripts/account', 'scripts/command-line', 'scripts/deployment'],
    packages: ['commander', 'twilio', 'node:*'],
  },
  {
    folder: 'scripts/hosted-page',
    imports: ['scripts/deployment', 'scripts/emulator', 'scripts/one-time-passcodes'],
    packages: ['@sparticuz/chromium', 'playwright-core', 'node:*'],
  },
  { folder: 'scripts/mutation', imports: ['scripts/emulator', 'studio'], packages: ['node:*'] },
  {
    folder: 'scripts/benchmarks',
    imports: [
      'scripts/bundling',
      'scripts/calls',
      'scripts/deployment',
      'scripts/emulator',
      'scripts/hosted-page',
      'scripts/one-time-passcodes',
      'studio',
    ],
    packages: ['@twilio-labs/serverless-api', 'playwright-core', 'node:*'],
  },
  { folder: 'scripts', filesOnly: true, apart: true, imports: ['scripts', 'studio'], packages: ['*'] },

  { folder: 'tests', imports: ['*'], packages: ['*'] },
];
