import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { FlowDefinition, Transition } from '../../studio/model/flow-definition';
import { accountPlace, type AccountPlace } from './account-place';

// Processes that load TypeScript and the SDK, build the project and prove its flows.
jest.setTimeout(120_000);

const PHONE = '+14155550100';

/** Settings of the one-time-passcode service that are right. */
const OTP = {
  OTP_API_KEYS: `shop:${'0123456789abcdef'.repeat(4)}`,
  OTP_SECRET: 'abcdefgh'.repeat(8),
  OTP_ALLOWED_COUNTRIES: 'US',
};

/** Every way out leads there. */
function leadingTo(next: string, transitions: readonly Transition[]): Transition[] {
  return transitions.map((transition) => ({ ...transition, next }));
}

let place: AccountPlace;
const setUp = async (): Promise<void> => {
  place = await accountPlace();
};
const stop = (): Promise<void> => place.stop();

describe('npm run plan, deploy, smoke and destroy', () => {
  beforeAll(setUp);
  afterAll(stop);

  test.each<[string, Record<string, string>, string]>([
    ['no account', { ACCOUNT_SID: '' }, 'ACCOUNT_SID'],
    ['no token', { AUTH_TOKEN: '' }, 'AUTH_TOKEN'],
    ['half an API key', { API_KEY: `SK${'1'.repeat(32)}` }, 'API_KEY_SECRET'],
    ['a token that is none', { AUTH_TOKEN: 'hunter2' }, 'AUTH_TOKEN'],
    ['the token of another account', { AUTH_TOKEN: '0'.repeat(32) }, 'mend AUTH_TOKEN'],
  ])('name the setting to mend: %s', async (_name, settings, mentioned) => {
    const { code, stdout, stderr } = await place.end('plan', ['--json'], settings);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ...{ status: 'error', code: expect.stringMatching(/-(credentials|setting)$/) as string },
      message: stderr.trim(),
    });
    expect(stderr).toContain(mentioned);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/hunter2|0{32}/);
  });

  test('refuse settings that the functions would refuse', async () => {
    const { code, stderr } = await place.end('deploy', ['--yes'], { ...OTP, OTP_ENGINE: 'hunter2' });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Cannot deploy .*OTP_ENGINE is not one of: verify, message; mend it in \.env.*\n$/,
    );
    expect(stderr).not.toContain('hunter2');
    expect(place.changes).toEqual([]);
  });

  test('name the settings of passcodes, and never show them', async () => {
    const { stdout, stderr } = await place.end('plan', ['--json'], OTP);
    expect(stdout).toContain('OTP_API_KEYS');
    expect(stdout + stderr).not.toMatch(/0123456789abcdef|abcdefghabcdefgh/);
  });

  test.each([
    ['plan', ['--environment', 'No Such']],
    ['deploy', ['--phone-number', '12']],
    ['destroy', []],
    ['smoke', []],
    ['smoke', ['--to', PHONE, '--channel', 'pigeon']],
    ['plan', ['--env', 'no-such-file']],
  ])('%s refuses wrong usage with 2', async (name, argv) => {
    expect(await place.end(name, argv)).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('npm run plan and deploy, of a project with a mistake', () => {
  beforeEach(setUp);
  afterEach(stop);

  test('look at the credentials before the flows, and prove these for a plan too', async () => {
    const file = path.join(place.projectDirectory, 'studio/flows/parent-ivr.json');
    const flow = JSON.parse(readFileSync(file, 'utf8')) as FlowDefinition;
    const states = flow.states.map((state) =>
      state.type === 'split-based-on'
        ? { ...state, transitions: leadingTo('success', state.transitions) }
        : state,
    );
    writeFileSync(file, JSON.stringify({ ...flow, states }));
    const refused = await place.end('deploy', ['--yes'], { AUTH_TOKEN: '0'.repeat(32) });
    expect(refused.stderr).toContain('mend AUTH_TOKEN');
    const planned = await place.end('plan');
    expect(planned).toMatchObject({ code: 1, stdout: '' });
    expect(planned.stderr).toContain('Cannot deploy flows that are not proven safe');
    expect(place.changes).toEqual([]);
  });

  test('say why a deployment failed, and end with 1', async () => {
    appendFileSync(
      path.join(place.projectDirectory, 'functions/start-verify.protected.ts'),
      '\nconst = 1;\n',
    );
    const { code, stderr } = await place.end('deploy', ['--yes']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Cannot build functions\/start-verify\.protected\.ts:\d+:\d+: /);
    expect(place.changes).toEqual([]);
  });
});
