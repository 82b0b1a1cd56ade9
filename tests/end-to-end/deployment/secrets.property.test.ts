import fc from 'fast-check';

import { messageOf } from '../../../scripts/deployment/requests/message-of';
import type { Have } from '../../../scripts/deployment/have';
import { makePlan } from '../../../scripts/deployment/plan/make-plan';
import { printPlan } from '../../../scripts/deployment/plan/print-deployment';
import type { Want } from '../../../scripts/deployment/want';
import { withoutSecrets } from '../../../scripts/deployment/requests/without-secrets';
import { DEPLOYED, WANT, sid } from '../../scripts/deployment/example-want';

const authTokens = fc.stringMatching(/^[0-9a-f]{32}$/);
const keySecrets = fc.stringMatching(/^[A-Za-z0-9]{32}$/);
const numbers = fc.stringMatching(/^\+[1-9][0-9]{9,14}$/).filter((number) => number !== WANT.phoneNumber);

/** Somebody's secrets, wherever people put such things in an account. */
const secrets = fc.record({ token: authTokens, secret: keySecrets, number: numbers });
type Secrets = typeof secrets extends fc.Arbitrary<infer T> ? T : never;

function accountWith({ token, secret, number }: Secrets): Have {
  const [parent] = DEPLOYED.parentFlows;
  if (parent === undefined) throw new Error('The example has a parent flow');
  const say = `Call ${number} with ${token} or see https://me:${secret}@example.com/a?key=${token}.`;
  const definition: unknown = JSON.parse(JSON.stringify(parent.definition), (key, value: unknown) =>
    key === 'say' ? say : value,
  );
  const variables = [
    ...DEPLOYED.variables,
    { sid: sid('ZV', 1), key: 'AUTH_TOKEN', value: token },
    { sid: sid('ZV', 2), key: 'OLD_NUMBER', value: number },
    { sid: sid('ZV', 3), key: 'OLD_SECRET', value: secret },
  ];
  const voiceUrl = `https://me:${secret}@example.com/voice?to=${encodeURIComponent(number)}&token=${token}`;
  return {
    ...DEPLOYED,
    variables,
    parentFlows: [{ ...parent, revision: 7, commitMessage: null, definition }],
    phoneNumber: { ...numberOf(DEPLOYED), voiceUrl },
  };
}

function numberOf({ phoneNumber }: Have): NonNullable<Have['phoneNumber']> {
  if (phoneNumber === null) throw new Error('The example has a number');
  return phoneNumber;
}

function settingsWith({ token, secret, number }: Secrets, isAllowed: boolean): Want {
  const variables = { VERIFY_RATE_LIMIT: 'codes', TOKEN: token, SECRET: secret, NUMBER: number };
  return { ...WANT, variables, permissions: { takeOver: isAllowed, overwrite: isAllowed } };
}

describe('what a person sees of a plan', () => {
  test('never has a token, a secret or the number of anybody else', () => {
    fc.assert(
      fc.property(secrets, fc.boolean(), (known, isAllowed) => {
        const plan = makePlan(settingsWith(known, isAllowed), accountWith(known));
        const text = [JSON.stringify(plan), ...printPlan(plan)].join('\n');
        if (!isAllowed) expect(text).toMatch(/changed +welcome +say/);
        expect(text).toContain('example.com/voice');
        expect(text).toContain('+14155550199');
        const { token, secret, number } = known;
        // Half of a token is too much, too.
        const hidden = [token.slice(0, 16), secret.slice(0, 16), number, number.slice(1)];
        expect(hidden.filter((each) => text.includes(each))).toEqual([]);
      }),
    );
  });

  test('has the SIDs and the difference that it needs to be of use', () => {
    const steps = makePlan(WANT, {
      ...DEPLOYED,
      verifyServices: [...DEPLOYED.verifyServices, ...DEPLOYED.verifyServices],
    }).steps;
    const blocked = steps.find(({ action }) => action === 'blocked');
    expect(blocked?.reason).toMatch(/VA[0-9a-f]{32} and VA[0-9a-f]{32} share this name/);
  });

  test('tells of an error in words without them', () => {
    fc.assert(
      fc.property(secrets, ({ token, number }) => {
        const text = messageOf(new Error(`Authenticate ${token}: ${number} is not yours`));
        expect(text).toBe(`Authenticate …: …${number.slice(-2)} is not yours`);
        expect(withoutSecrets(text)).toBe(text);
      }),
    );
  });
});
