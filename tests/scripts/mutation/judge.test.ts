import { judge } from '../../../scripts/mutation/judge/judge';
import { on, withArrow, withProperties, withWidget } from '../deployment/edit-flow';
import { shippedFlow } from '../../studio/wiring/shipped-flows';

const pair = { parent: shippedFlow('parent-ivr'), subflow: shippedFlow('verify-subflow') };
const limits = { callerTurns: 3, troubles: 1 };

describe('judge', () => {
  test('finds no unsafe call in the shipped flows', () => {
    const judgement = judge(pair, { callerTurns: 2, troubles: 1 });
    expect(judgement.unsafeCall).toBeNull();
    expect(judgement.calls).toBeGreaterThan(100);
  });

  test('finds the wrong codes that let a caller in', () => {
    const subflow = withArrow(pair.subflow, 'limit_codes', on('noMatch'), 'result_approved');
    expect(judge({ ...pair, subflow }, limits).unsafeCall).toContain('135792#');
  });

  test('finds the trouble that lets a caller in', () => {
    const parent = withArrow(pair.parent, 'verify_status', on('noMatch'), 'success');
    expect(judge({ ...pair, parent }, limits).unsafeCall).toContain('error');
  });

  test('finds the answer without a status that lets a caller in', () => {
    const subflow = withWidget(pair.subflow, 'check_status', ({ transitions, ...state }) => ({
      ...state,
      transitions: transitions.map(({ conditions = [], ...arrow }) => ({
        ...arrow,
        conditions: conditions.map((condition) =>
          condition.value === 'approved' ? { ...condition, type: 'is_blank' } : condition,
        ),
      })),
    }));
    expect(judge({ ...pair, subflow }, limits).unsafeCall?.at(-1)).toBe('half an answer');
  });

  test('finds a subflow that cannot be run', () => {
    const parent = withArrow(pair.parent, 'run_verify', on('failed'), 'success');
    expect(judge({ ...pair, parent }, limits).unsafeCall).toEqual(['+14155550100']);
  });

  test('finds the word that lets a caller in', () => {
    const subflow = withArrow(pair.subflow, 'ask_code', on('speech'), 'result_approved');
    expect(judge({ ...pair, subflow }, limits).unsafeCall).toContain('speech');
  });

  test('finds a code that is asked for another number', () => {
    const subflow = withProperties(pair.subflow, 'start_verify', {
      parameters: [{ key: 'to', value: '+14155550198' }],
    });
    expect(judge({ ...pair, subflow }, limits).unsafeCall).toEqual(['+14155550100', 'honest']);
  });
});
