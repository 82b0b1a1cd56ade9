import type { Have } from '../../../scripts/deployment/have';
import { makePlan } from '../../../scripts/deployment/make-plan';
import { isBlocked } from '../../../scripts/deployment/plan';
import { RESOURCES } from '../../../scripts/deployment/resources/registry';
import type { Want } from '../../../scripts/deployment/want';
import { DEPLOYED, EMPTY, WANT } from './example-want';

function actions(want: Want, have: Have): string[] {
  return makePlan(want, have).steps.map((step) => step.action);
}

function stepOf(kind: string, want: Want, have: Have) {
  return makePlan(want, have).steps.find((step) => step.kind === kind);
}

const [service] = DEPLOYED.verifyServices;
const [subflow] = DEPLOYED.verifySubflows;
if (service === undefined || subflow === undefined) throw new Error('The example is incomplete');

describe('makePlan', () => {
  test('plans one step for each resource in order', () => {
    const kinds = makePlan(WANT, EMPTY).steps.map((step) => step.kind);
    expect(kinds).toEqual(RESOURCES.map((resource) => resource.kind));
  });

  test('creates everything in an empty account', () => {
    expect(actions(WANT, EMPTY)).toEqual(['create', 'create', 'create', 'create', 'update']);
  });

  test('keeps everything that is as wanted', () => {
    expect(actions(WANT, DEPLOYED)).toEqual(['keep', 'update', 'keep', 'keep', 'keep']);
  });

  test('keeps a flow whose keys come back in another order', () => {
    const have: Have = {
      ...DEPLOYED,
      verifySubflows: [{ ...subflow, definition: JSON.parse(reversed(subflow.definition)) as unknown }],
    };
    expect(stepOf('Verify subflow', WANT, have)?.action).toBe('keep');
  });

  test.each<[string, string, Partial<Have>, RegExp]>([
    [
      'another code length',
      'Verify service',
      { verifyServices: [{ ...service, codeLength: 4 }] },
      /is 4, should be 6/,
    ],
    [
      'the do-not-share warning',
      'Verify service',
      { verifyServices: [{ ...service, doNotShareWarningEnabled: true }] },
      /do-not-share/,
    ],
    ['a draft', 'Verify subflow', { verifySubflows: [{ ...subflow, status: 'draft' }] }, /draft/],
    ['another definition', 'Verify subflow', { verifySubflows: [{ ...subflow, definition: {} }] }, /differs/],
    ['another subflow', 'Parent flow', { verifySubflows: [{ ...subflow, sid: 'FW9' }] }, /differs/],
  ])('updates what has %s', (_name, kind, difference, reason) => {
    const step = stepOf(kind, WANT, { ...DEPLOYED, ...difference });
    expect(step).toMatchObject({ action: 'update', reason: expect.stringMatching(reason) });
  });

  test('updates the parent when its subflow will be new', () => {
    const step = stepOf('Parent flow', WANT, { ...DEPLOYED, verifySubflows: [] });
    expect(step?.action).toBe('update');
  });

  test('adds a missing or different rate limit', () => {
    const rateLimit = { uniqueName: 'calls', max: 10, intervalSeconds: 3600 };
    const want: Want = { ...WANT, verifyService: { ...WANT.verifyService, rateLimit } };
    const withBucket = (max: number): Have => {
      const buckets = [{ sid: 'BL1', max, intervalSeconds: 3600 }];
      return {
        ...DEPLOYED,
        verifyServices: [{ ...service, rateLimits: [{ sid: 'RK1', uniqueName: 'calls', buckets }] }],
      };
    };
    expect(stepOf('Verify service', want, DEPLOYED)?.action).toBe('update');
    expect(stepOf('Verify service', want, withBucket(3))?.action).toBe('update');
    expect(stepOf('Verify service', want, withBucket(10))?.action).toBe('keep');
  });

  test.each<[string, Partial<Have>, RegExp]>([
    [
      'two Verify services of one name',
      { verifyServices: [service, { ...service, sid: 'VA2' }] },
      /VA1 and VA2/,
    ],
    ['two flows of one name', { verifySubflows: [subflow, { ...subflow, sid: 'FW3' }] }, /FW1 and FW3/],
    ['a number that is not held', { phoneNumber: null }, /does not hold/],
    [
      'a number that leads elsewhere',
      { phoneNumber: { sid: 'PN1', phoneNumber: '+14155550199', voiceUrl: 'https://example.com/mine' } },
      /https:\/\/example\.com\/mine/,
    ],
  ])('is blocked by %s', (_name, difference, reason) => {
    const plan = makePlan(WANT, { ...DEPLOYED, ...difference });
    expect(isBlocked(plan)).toBe(true);
    expect(plan.steps.find((step) => step.action === 'blocked')?.reason).toMatch(reason);
  });

  test('leaves numbers alone when none is wanted', () => {
    expect(
      stepOf('Phone number', { ...WANT, phoneNumber: null }, { ...DEPLOYED, phoneNumber: null })?.action,
    ).toBe('keep');
  });
});

function reversed(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).reverse())
      : item,
  );
}
