import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { runToEnd } from './run-command';

const PARENT = 'studio/flows/parent-ivr.json';
const folder = mkdtempSync(path.join(tmpdir(), 'studio-commands-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function answer(status: string): object {
  return { success: true, status, message: '', attempts: 1, retryAfterSeconds: 0 };
}

/** A caller who keys in the right code. */
const script = {
  trigger: { call: { From: '+14155550100', To: '+14155550199' } },
  inputs: [{ digits: '123456#' }],
  http: [
    { url: 'start-verify', body: answer('sent') },
    { url: 'check-verify', body: answer('approved') },
  ],
  subflows: { '${FLOW_SID:verify-subflow}': path.resolve('studio/flows/verify-subflow.json') },
};

describe('npm run studio -- run', () => {
  test('runs a flow with its subflow and prints the result', async () => {
    const { code, stdout } = await runToEnd(
      'studio',
      ['run', PARENT, '--script', '-', '--json'],
      JSON.stringify(script),
    );
    const result = JSON.parse(stdout) as { ended: string; steps: unknown[]; requests: { method: string }[] };
    expect({ code, ended: result.ended }).toEqual({ code: 0, ended: 'completed' });
    expect(result.steps).toContainEqual({ widget: 'verify_status', event: 'match', next: 'success' });
    expect(result.requests.map(({ method }) => method)).toEqual(['POST', 'POST']);
  });

  test('tells people the way and the words', async () => {
    const file = path.join(folder, 'script.json');
    writeFileSync(file, JSON.stringify(script));
    const { code, stdout } = await runToEnd('studio', ['run', PARENT, '--script', file]);
    expect(code).toBe(0);
    expect(stdout).toContain('run_verify/ask_code: keypress');
    expect(stdout).toContain('The flow came to its end.');
  });

  test('exits 1 where script and flow do not fit', async () => {
    const { code, stdout } = await runToEnd(
      'studio',
      ['run', PARENT, '--script', '-'],
      JSON.stringify({ ...script, http: [] }),
    );
    expect(code).toBe(1);
    expect(stdout).toContain('nothing answers POST');
  });

  test.each([
    ['a script that is none', '{"trigger": {}}', 'exactly one of call'],
    ['a script that is no JSON', '{', 'it is not JSON; a script looks like {"trigger"'],
  ])('refuses %s with 2', async (_what, text, sentence) => {
    const { code, stderr } = await runToEnd('studio', ['run', PARENT, '--script', '-'], text);
    expect({ code, says: stderr.includes(sentence) }).toEqual({ code: 2, says: true });
  });

  test('needs a script', async () => {
    expect((await runToEnd('studio', ['run', PARENT])).code).toBe(2);
  });
});

describe('npm run studio -- draw', () => {
  test('writes a picture with every widget', async () => {
    const file = path.join(folder, 'flow.svg');
    const { code } = await runToEnd('studio', ['draw', PARENT, '--svg', file]);
    const svg = readFileSync(file, 'utf8');
    expect(code).toBe(0);
    expect(svg).toMatch(/^<svg[^]*data-widget="run_verify"/);
  });

  test('says when there is nowhere to write', async () => {
    const file = path.join(folder, 'nowhere', 'flow.svg');
    const { code, stderr } = await runToEnd('studio', ['draw', PARENT, '--svg', file]);
    expect({ code, says: stderr.includes('Cannot write') }).toEqual({ code: 1, says: true });
  });
});
