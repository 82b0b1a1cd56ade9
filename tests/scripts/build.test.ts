import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

function build(...args: readonly string[]): { code: number | null; out: string; problems: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, problems: run.stderr };
}

describe('build command', () => {
  test('explains itself', () => {
    const { code, out } = build('--help');
    expect(code).toBe(0);
    expect(out).toContain('dist/');
  });

  test('answers 2 for wrong usage', () => {
    const { code, out, problems } = build('--nonsense');
    expect([code, out]).toEqual([2, '']);
    expect(problems).toContain('--nonsense');
    expect(problems).toContain('npm run build -- --help says more');
  });

  test('answers 2 for an argument it does not know', () => {
    expect(build('nonsense').code).toBe(2);
  });
});
