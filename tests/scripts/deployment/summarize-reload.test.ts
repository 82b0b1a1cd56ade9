import { makePlan } from '../../../scripts/deployment/make-plan';
import { summarizeReload } from '../../../scripts/deployment/summarize-reload';
import { DEPLOYED, WANT } from './example-want';

const FILE = 'functions/start-verify.protected.ts';

describe('summarizeReload', () => {
  test('names the file and what was updated', () => {
    const plan = makePlan(WANT, DEPLOYED);
    const { tone, text } = summarizeReload([FILE], {
      status: 'deployed',
      phoneNumber: '+14155550199',
      outputs: {},
      deployment: { status: 'deployed', plan, results: [], outputs: {} },
    });
    expect(tone).toBe('good');
    expect(text).toContain(`Reloaded after ${FILE}: start-verify, check-verify.`);
    expect(text).not.toContain('parent-ivr');
  });

  test('says in one sentence that the old version stays', () => {
    const problems = [`${FILE}:3:7: Expected ";" but found "x"`, 'another'];
    expect(summarizeReload([FILE], { status: 'build-failed', problems })).toEqual({
      tone: 'bad',
      text: `Not reloaded, the old version stays. ${problems[0]} (and 1 more)`,
    });
  });
});
