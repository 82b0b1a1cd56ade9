import fc from 'fast-check';

import type { Have } from '../../../../scripts/deployment/have';
import { makePlan } from '../../../../scripts/deployment/plan/make-plan';
import { MARK_KEY, formatMark } from '../../../../scripts/deployment/mark/mark';
import { printPlan } from '../../../../scripts/deployment/plan/print-deployment';
import type { Want } from '../../../../scripts/deployment/want';
import { MARK, DEPLOYED, EMPTY, WANT, sid } from '../example-want';

/** Values that nobody but the functions may see: long enough not to stand in a plan by chance. */
const secrets = fc.stringMatching(/^[A-Za-z0-9+/=]{16,60}$/);
const keys = fc.stringMatching(/^[A-Z][A-Z_]{0,20}$/);
const variables = fc.dictionary(keys, secrets, { maxKeys: 8 });

describe('a plan', () => {
  test('never shows the value of a variable', () => {
    fc.assert(
      fc.property(variables, variables, fc.constantFrom(EMPTY, DEPLOYED), (wanted, had, have) => {
        const held = Object.entries(had).map(([key, value], index) => ({
          sid: sid('ZV', index),
          key,
          value,
        }));
        const plan = makePlan(
          { ...WANT, variables: wanted } satisfies Want,
          { ...have, variables: [...have.variables, ...held] } satisfies Have,
        );
        const text = JSON.stringify(plan) + printPlan(plan).join('\n');
        for (const value of [...Object.values(wanted), ...Object.values(had)])
          expect(text).not.toContain(value);
      }),
    );
  });

  test('names the variables that it sets and removes', () => {
    const variables = [
      { sid: sid('ZV', 1), key: 'OLD', value: 'an old secret' },
      { sid: sid('ZV', 2), key: MARK_KEY, value: formatMark({ ...MARK, variables: ['OLD'] }) },
    ];
    const have = { ...DEPLOYED, variables };
    const text = printPlan(makePlan({ ...WANT, variables: { NEW: 'a new secret' } }, have)).join('\n');
    expect(text).toContain('sets NEW, VERIFY_SERVICE_SID, SYNC_SERVICE_SID; removes OLD');
  });

  test('is the same for the same want and have', () => {
    expect(makePlan(WANT, structuredClone(EMPTY))).toEqual(makePlan(structuredClone(WANT), EMPTY));
  });
});
