import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { keyOf, openResults } from '../../../scripts/mutation/results-file';
import type { Verdict } from '../../../scripts/mutation/verdict';
import { shippedFlow } from '../../studio/wiring/shipped-flows';

const original = { parent: shippedFlow('parent-ivr'), subflow: shippedFlow('verify-subflow') };
const verdict: Verdict = {
  flow: 'parent',
  kind: 'transition-removed',
  widget: 'welcome',
  description: 'welcome, audioComplete: leads nowhere, not to run_verify',
  unsafeCall: null,
  status: 'proven',
  property: '',
  reason: '',
  judgeMilliseconds: 1,
  proofMilliseconds: 2,
};

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'results-'))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('openResults', () => {
  test('finds again what was appended', async () => {
    const file = path.join(folder, 'results.jsonl');
    const { known, append } = await openResults(file, original);
    expect(known.size).toBe(0);
    append(verdict);
    expect((await openResults(file, original)).known).toEqual(new Map([[keyOf(verdict), verdict]]));
  });

  test('knows nothing of the mutants of other flows', async () => {
    const file = path.join(folder, 'results.jsonl');
    (await openResults(file, original)).append(verdict);
    const changed = { ...original, parent: { ...original.parent, description: 'another' } };
    expect((await openResults(file, changed)).known.size).toBe(0);
  });

  test('goes on after a line that was cut off', async () => {
    const file = path.join(folder, 'results.jsonl');
    (await openResults(file, original)).append(verdict);
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.slice(0, 40));
    const reopened = await openResults(file, original);
    expect(reopened.known.size).toBe(0);
    reopened.append(verdict);
    appendFileSync(file, '{');
    expect((await openResults(file, original)).known.size).toBe(1);
  });
});
