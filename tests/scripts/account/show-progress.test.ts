import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';

import { printProgress } from '../../../scripts/account/show-progress';
import { LINES, RESULTS } from './progress-results';

describe('printProgress', () => {
  test('writes one plain line per step into a file', () => {
    let text = '';
    const progress = printProgress({
      isTTY: false,
      columns: 80,
      write: (more) => (text += String(more)) !== '',
    });
    for (const result of RESULTS) progress.ended(result);
    expect(text.split('\n')).toEqual([...LINES.map((line) => `  ${line}`), '']);
  });
});

describe('showProgress', () => {
  test('lists every step on a terminal, each with its end', async () => {
    const screen = await screenOf('all');
    for (const line of LINES) expect(screen).toContain(line);
    expect(screen).toContain('the answer');
  });

  test('closes the list of a work that breaks', async () => {
    const screen = await screenOf('some');
    expect(screen).toContain('created  Build "abc"');
    expect(screen).toContain('↓ Verify service "abc"');
    expect(screen).not.toContain('kept');
    expect(screen).toContain('the line broke');
  });
});

/** What a terminal shows at the end; in a process of its own, because the list loads ES modules. */
async function screenOf(part: 'all' | 'some'): Promise<string> {
  const script = path.join(__dirname, 'progress-process.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, part]);
  return stripVTControlCharacters(stdout);
}
