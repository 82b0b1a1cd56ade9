import type { Have } from '../../../../scripts/deployment/have';
import { makePlan } from '../../../../scripts/deployment/plan/make-plan';
import { summarizeReload } from '../../../../scripts/deployment/watch/summarize-reload';
import type { Want } from '../../../../scripts/deployment/want';
import { DEPLOYED, WANT, bundleOf, functionFile } from '../example-want';

const FILE = 'functions/start-verify.protected.ts';

function summaryOf(want: Want, have: Have) {
  return summarizeReload([FILE], {
    status: 'deployed',
    phoneNumber: '+14155550199',
    outputs: {},
    deployment: { status: 'deployed', plan: makePlan(want, have), results: [], outputs: {} },
  });
}

describe('summarizeReload', () => {
  test('names the file and what was updated', () => {
    const bundle = bundleOf([functionFile('/check-verify'), functionFile('/start-verify', 'new')]);
    const { tone, text } = summaryOf({ ...WANT, bundle }, { ...DEPLOYED, matching: null });
    expect(tone).toBe('good');
    expect(text).toContain(`Reloaded after ${FILE}: check-verify, start-verify.`);
    expect(text).not.toContain('parent-ivr');
  });

  test('says that nothing is new', () => {
    expect(summaryOf(WANT, DEPLOYED)).toEqual({
      tone: 'good',
      text: `Saved ${FILE}: what runs is the same.`,
    });
  });

  test('says in one sentence that the old version stays', () => {
    const problems = [`${FILE}:3:7: Expected ";" but found "x"`, 'another'];
    expect(summarizeReload([FILE], { status: 'build-failed', problems })).toEqual({
      tone: 'bad',
      text: `Not reloaded, the old version stays. ${problems[0]} (and 1 more)`,
    });
  });
});
