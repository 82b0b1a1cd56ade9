import { readFileSync } from 'node:fs';
import path from 'node:path';

import { runToEnd } from './run-command';

const readme = readFileSync(path.resolve(__dirname, '../../README.md'), 'utf8');

/** A transcript without what differs from run to run: codes, hashes, and how long it took. */
function lasting(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines
    .filter((line) => line !== '')
    .map((line) =>
      line
        .replace(/"[0-9a-f]{16}"/, '"…"')
        .replace(/in \d+\.\d seconds/, 'in a moment')
        .replace(/\d/g, '0'),
    );
}

describe('README.md', () => {
  test('shows what npm run demo prints', async () => {
    const shown = /```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const { stdout, code } = await runToEnd('demo', []);
    expect(code).toBe(0);
    expect(lasting(shown)).toEqual(lasting(stdout));
  });
});
