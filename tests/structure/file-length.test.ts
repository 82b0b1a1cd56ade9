import { typeScriptFiles } from './source-files';

/** Past this, a file usually holds two concepts. */
const longest = 200;

test(`no TypeScript file is longer than ${longest} lines`, () => {
  const tooLong = typeScriptFiles()
    .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }))
    .filter((file) => file.lines > longest)
    .map((file) => `${file.path}: ${file.lines} lines`);
  expect(tooLong).toEqual([]);
});
