import { reportProgress } from '../../../scripts/account/report-progress';
import type { PlannedStep } from '../../../scripts/deployment/plan';

const STEP: PlannedStep = { kind: 'Build', name: 'abc', action: 'create', reason: 'for node22' };

function written(isTTY: boolean): string {
  let text = '';
  const progress = reportProgress({ isTTY, columns: 80, write: (more) => (text += more) });
  progress.began(STEP);
  progress.ended({ step: STEP, status: 'done' });
  progress.ended({ step: { ...STEP, action: 'keep' }, status: 'kept' });
  progress.ended({ step: STEP, status: 'failed', message: 'it failed' });
  return text;
}

describe('reportProgress', () => {
  test('writes one plain line per step into a file', () => {
    expect(written(false).split('\n')).toEqual([
      '  created  Build "abc"',
      '  kept     Build "abc": for node22',
      '  failed   Build "abc": it failed',
      '',
    ]);
  });

  test('shows on a terminal what is under way, and replaces it', () => {
    expect(written(true)).toMatch(/^ {2}… Build "abc"\r\S*\[2K {2}\S*created {2}Build "abc"/);
  });
});
