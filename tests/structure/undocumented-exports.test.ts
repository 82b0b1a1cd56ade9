import { typeScriptFiles } from './source-files';
import { undocumentedExports } from './undocumented-exports';

describe('doc comments', () => {
  test('stand before every export outside the tests', () => {
    const files = typeScriptFiles().filter((file) => !file.path.startsWith('tests/'));
    expect(files.flatMap(undocumentedExports)).toEqual([]);
  });
});

describe('undocumentedExports', () => {
  const refused = [
    'export const limit = 3;',
    'export function limit(): void {}',
    'export interface limit {}',
    'export type limit = string;',
    'export class limit {}',
    '// Only a line comment before it.\nexport const limit = 3;',
    '/** Limit. */ export const limit = 3;',
    'const limit = 3;\nexport { limit };',
  ];

  test.each(refused)('names the export of: %s', (text) => {
    const found = undocumentedExports({ path: 'studio/a.ts', text });
    expect(found).toEqual([expect.stringMatching(/^studio\/a\.ts:[12] limit$/)]);
  });

  const accepted = [
    '/** How many codes are sent. */\nexport const limit = 3;',
    'const hidden = 3;',
    `export { limit } from './limits';`,
    '/** How many codes are sent. */\nconst limit = 3;\nexport { limit };',
  ];

  test.each(accepted)('accepts: %s', (text) => {
    expect(undocumentedExports({ path: 'studio/a.ts', text })).toEqual([]);
  });
});
