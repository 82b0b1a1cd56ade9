import { parts } from './arrows';
import { forbiddenImports } from './forbidden-imports';
import { importCycles } from './import-cycles';
import { typeScriptFiles } from './source-files';

describe('imports', () => {
  const files = typeScriptFiles();

  test('follow the arrows between the parts', () => {
    expect(forbiddenImports(files, parts)).toEqual([]);
  });

  test('run in no circle', () => {
    expect(importCycles(files)).toEqual([]);
  });
});

describe('forbiddenImports', () => {
  const cases = [
    ['studio/wiring/wire.ts', '../parsing/parse', 'studio/wiring may import only studio/model'],
    ['studio/model/json.ts', 'liquidjs', 'studio/model may use no packages'],
    ['studio/interpreter/start.ts', 'node:fs', 'studio/interpreter may use no packages'],
    ['functions/a.protected.ts', './b.protected', 'files of functions stand apart'],
    ['functions/a.protected.ts', '../studio/model/json', 'functions may import only functions/lib'],
    ['scripts/bundling/bundle.ts', '../emulator/store', 'scripts/bundling may import nothing'],
    [
      'scripts/emulator/server.ts',
      '../../tests/fake',
      'scripts/emulator may import only scripts/emulator/twiml, studio',
    ],
    ['scripts/unheard-of/a.ts', 'node:fs', 'its folder is missing from tests/structure/arrows.ts'],
  ] as const;

  test.each(cases)('refuses %s → %s', (path, specifier, reason) => {
    const text = `import { thing } from '${specifier}';`;
    expect(forbiddenImports([{ path, text }], parts)).toEqual([`${path} → ${specifier}: ${reason}`]);
  });

  test('sees types, re-exports, import() and require()', () => {
    const text = [
      `import type { A } from 'a';`,
      `export * from 'b';`,
      `const c = import('c');`,
      `const d = require('d');`,
    ].join('\n');
    expect(forbiddenImports([{ path: 'studio/model/x.ts', text }], parts)).toHaveLength(4);
  });

  test('allows what the table allows', () => {
    const text = `import { a } from '../model/json'; import { b } from './registry';`;
    expect(forbiddenImports([{ path: 'studio/widgets/trigger.ts', text }], parts)).toEqual([]);
  });
});

describe('importCycles', () => {
  test('names the files of a circle in order', () => {
    const files = [
      { path: 'studio/a.ts', text: `import './b';` },
      { path: 'studio/b.ts', text: `import type { C } from './c';` },
      { path: 'studio/c.ts', text: `import './a';` },
      { path: 'studio/d.ts', text: `import './a';` },
    ];
    expect(importCycles(files)).toEqual(['studio/a.ts → studio/b.ts → studio/c.ts → studio/a.ts']);
  });
});
