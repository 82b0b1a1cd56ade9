import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const ASSETS = path.resolve(__dirname, '../../../dist/assets');

describe('the files of the hosted page', () => {
  test('are less than 110 kB gzipped, which leaves 10 for the page itself', () => {
    const sizes = readdirSync(ASSETS).map((name) => gzipSync(readFileSync(path.join(ASSETS, name))).length);
    expect(sizes.length).toBeGreaterThanOrEqual(4);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(110_000);
  });
});
