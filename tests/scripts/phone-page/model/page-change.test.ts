import { applyChange, LOG_LENGTH } from '../../../../scripts/phone-page/model/page-change';
import type { CallMove } from '../../../../scripts/phone-page/model/page-change';
import { EMPTY, RINGING, row } from '../page-states';

const STEP = { flow: 'FW1', widget: 'welcome', event: 'audioComplete', to: 'ask' };
const MOVE: CallMove = { now: { isAnswered: true }, entries: [], steps: [STEP], requests: [] };

describe('applyChange', () => {
  const onCall = applyChange(EMPTY, { kind: 'call-began', call: RINGING });

  test('replaces what changed of a call and appends the rest', () => {
    const { call } = applyChange(onCall, { kind: 'call-moved', sid: 'CA1', move: MOVE });
    expect(call).toEqual({ ...RINGING, isAnswered: true, steps: [STEP] });
  });

  test('keeps lists that did not grow', () => {
    const { call } = applyChange(onCall, { kind: 'call-moved', sid: 'CA1', move: MOVE });
    expect(call?.entries).toBe(RINGING.entries);
  });

  test('passes over a call that is not shown any more', () => {
    expect(applyChange(onCall, { kind: 'call-moved', sid: 'CA0', move: MOVE })).toBe(onCall);
  });

  test('puts a new row first and renews a known one in its place', () => {
    const log = [row('a'), row('b')].reduce(
      (state, one) => applyChange(state, { kind: 'logged', row: one }),
      EMPTY,
    );
    const renewed = applyChange(log, { kind: 'logged', row: row('a', '500') });
    expect(renewed.log.map(({ id, status }) => [id, status])).toEqual([
      ['b', '200'],
      ['a', '500'],
    ]);
  });

  test('forgets the oldest row of a full log', () => {
    let state = EMPTY;
    for (let count = 0; count <= LOG_LENGTH; count += 1) {
      state = applyChange(state, { kind: 'logged', row: row(`row ${count}`) });
    }
    expect(state.log).toHaveLength(LOG_LENGTH);
    expect(state.log.some(({ id }) => id === 'row 0')).toBe(false);
  });
});
