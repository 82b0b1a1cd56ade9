import { fileKey } from '../../../scripts/deployment/bundle';
import type { Have } from '../../../scripts/deployment/have';
import { makePlan } from '../../../scripts/deployment/make-plan';
import { manifestFile } from '../../../scripts/deployment/manifest';
import type { ResourceKind } from '../../../scripts/deployment/plan';
import { hasChanges, isBlocked } from '../../../scripts/deployment/plan';
import { RESOURCES } from '../../../scripts/deployment/resources/registry';
import type { Want } from '../../../scripts/deployment/want';
import { DEPLOYED, EMPTY, WANT, buildOf, bundleOf, functionFile, sid } from './example-want';

function stepOf(kind: ResourceKind, want: Want, have: Have) {
  const step = makePlan(want, have).steps.find((each) => each.kind === kind);
  if (step === undefined) throw new Error(`No step for ${kind}`);
  return step;
}

/** What is not kept, by kind. */
function changes(want: Want, have: Have): Partial<Record<ResourceKind, string>> {
  const steps = makePlan(want, have).steps.filter(({ action }) => action !== 'keep');
  return Object.fromEntries(steps.map(({ kind, action }) => [kind, action]));
}

function one<T>(list: readonly T[]): T {
  const [only] = list;
  if (only === undefined) throw new Error('The example is incomplete');
  return only;
}

const environment = one(DEPLOYED.environments);
const verifyService = one(DEPLOYED.verifyServices);
const subflow = one(DEPLOYED.verifySubflows);
const parent = one(DEPLOYED.parentFlows);
const number = DEPLOYED.phoneNumber;
if (number === null) throw new Error('The example is incomplete');

/** One function is another than in the running build. */
const changed = bundleOf([
  functionFile('/check-verify'),
  functionFile('/start-verify', 'exports.handler = 2;'),
]);
const afterChange: Have = { ...DEPLOYED, matching: null };

/** A row: what is so, the kind of resource, how want and have differ from the example, what the reason says. */
type Row = readonly [string, ResourceKind, Partial<Want>, Partial<Have>, RegExp];

const rateLimit = { uniqueName: 'calls', max: 10, intervalSeconds: 3600 };
const limited: Partial<Want> = { verifyService: { ...WANT.verifyService, rateLimit } };
const withBuckets = (...maxima: number[]): Partial<Have> => ({
  verifyServices: [
    {
      ...verifyService,
      rateLimits: [
        {
          sid: sid('RK', 1),
          uniqueName: 'calls',
          buckets: maxima.map((max, index) => ({ sid: sid('BL', index), max, intervalSeconds: 3600 })),
        },
      ],
    },
  ],
});

const edited = { ...WANT.parentFlow, version: '1.1.0', definition: renamed(WANT.parentFlow.definition) };

const UPDATES: readonly Row[] = [
  ['functions without credentials', 'Serverless service', {}, withoutCredentials(), /SID and token/],
  ['another code length', 'Verify service', {}, verify({ codeLength: 4 }), /is 4, should be 6/],
  [
    'the do-not-share warning',
    'Verify service',
    {},
    verify({ doNotShareWarningEnabled: true }),
    /do-not-share/,
  ],
  ['no rate limit', 'Verify service', limited, {}, /"calls" is missing/],
  ['another bucket', 'Verify service', limited, withBuckets(3), /different/],
  ['two buckets', 'Verify service', limited, withBuckets(10, 10), /different/],
  ['another function', 'Functions', { bundle: changed }, afterChange, /^uploads \/start-verify$/],
  ['a new function', 'Functions', { bundle: withThird() }, afterChange, /^uploads \/status$/],
  [
    'a function less',
    'Functions',
    { bundle: bundleOf([functionFile('/start-verify')]) },
    afterChange,
    /fewer/,
  ],
  [
    'a build of somebody else',
    'Functions',
    { bundle: changed },
    foreignBuild(),
    /\/check-verify, \/start-verify/,
  ],
  ['another variable', 'Variables', { variables: { A: 'new' } }, variables({ A: 'old' }), /^sets A$/],
  ['a variable too many', 'Variables', {}, variables({ OLD: 'x' }), /^removes OLD$/],
  ['an older build', 'Deployment', {}, { matching: buildOf(WANT.bundle, 2) }, /should be ZB0+2/],
  ['a new definition', 'Parent flow', { parentFlow: edited }, {}, /publishes version 1\.1\.0/],
  [
    'a pinned older revision',
    'Parent flow',
    {},
    { verifySubflows: [{ ...subflow, revision: 2 }] },
    /publishes/,
  ],
  ['a number that leads nowhere', 'Phone number', {}, leads(''), /nowhere/],
  [
    'a number that is given away',
    'Phone number',
    { permissions: { takeOver: true, overwrite: false } },
    leads('https://example.com/mine'),
    /taken over from https:\/\/example\.com\/mine/,
  ],
];

const BLOCKED: readonly Row[] = [
  [
    'a service that is not there',
    'Serverless service',
    { serverlessService: { ...WANT.serverlessService, sid: sid('ZS', 9) } },
    { ...EMPTY },
    /SERVERLESS_SERVICE_SID/,
  ],
  [
    'an environment with its domain',
    'Environment',
    {},
    { environments: [{ ...environment, uniqueName: 'other' }] },
    /ZE0+1 has this name or its domain/,
  ],
  [
    'two environments',
    'Environment',
    {},
    { environments: [environment, { ...environment, sid: sid('ZE', 2), uniqueName: 'other' }] },
    /ZE0+1 and ZE0+2/,
  ],
  [
    'two Verify services of one name',
    'Verify service',
    {},
    { verifyServices: [verifyService, { ...verifyService, sid: sid('VA', 2) }] },
    /VA0+1 and VA0+2/,
  ],
  [
    'a Verify service that is not there',
    'Verify service',
    { verifyService: { ...WANT.verifyService, sid: sid('VA', 9) } },
    { verifyServices: [] },
    /VERIFY_SERVICE_SID/,
  ],
  ['too many functions', 'Functions', { bundle: manyFunctions() }, afterChange, /^51 functions/],
  [
    'two functions of one name',
    'Functions',
    { bundle: withThird() },
    {
      ...afterChange,
      resources: [7, 8].map((each) => ({ kind: 'function', sid: sid('ZH', each), friendlyName: '/status' })),
    },
    /ZH0+7 and ZH0+8/,
  ],
  ['variables that are too large', 'Variables', { variables: { A: 'x'.repeat(3600) } }, {}, /3583/],
  [
    'two flows of one name',
    'Verify subflow',
    {},
    { verifySubflows: [subflow, { ...subflow, sid: sid('FW', 3) }] },
    /FW0+1 and FW0+3/,
  ],
  [
    'a flow that is not there',
    'Parent flow',
    { parentFlow: { ...WANT.parentFlow, sid: sid('FW', 9) } },
    { parentFlows: [] },
    /PARENT_FLOW_SID/,
  ],
  [
    'a draft',
    'Parent flow',
    {},
    { parentFlows: [{ ...parent, status: 'draft' }] },
    /draft.*npm run pull.*--overwrite/,
  ],
  [
    'a flow that was edited in the console',
    'Parent flow',
    {},
    { parentFlows: [{ ...parent, commitMessage: null, definition: renamed(parent.definition) }] },
    /not published by this project/,
  ],
  ['a number that is not held', 'Phone number', {}, { phoneNumber: null }, /does not hold/],
  ['a number that leads elsewhere', 'Phone number', {}, leads('https://example.com/mine'), /--take-over/],
  [
    'a number of an application',
    'Phone number',
    {},
    { phoneNumber: { ...number, voiceApplicationSid: sid('AP', 1) } },
    /application AP0+1/,
  ],
  [
    'a number of a trunk',
    'Phone number',
    { permissions: { takeOver: true, overwrite: false } },
    { phoneNumber: { ...number, trunkSid: sid('TK', 1) } },
    /trunk TK0+1/,
  ],
];

describe('makePlan', () => {
  test('plans one step for each resource in order', () => {
    const kinds = makePlan(WANT, EMPTY).steps.map((step) => step.kind);
    expect(kinds).toEqual(RESOURCES.map((resource) => resource.kind));
  });

  test('creates everything in an empty account', () => {
    const { steps } = makePlan(WANT, EMPTY);
    expect(steps.slice(0, -1).map(({ action }) => action)).toEqual(steps.slice(1).map(() => 'create'));
    expect(steps.at(-1)).toMatchObject({ kind: 'Phone number', action: 'update' });
  });

  test('keeps everything that is as wanted', () => {
    expect(changes(WANT, DEPLOYED)).toEqual({});
    expect(hasChanges(makePlan(WANT, DEPLOYED))).toBe(false);
  });

  test.each(UPDATES)('updates %s', (_name, kind, want, have, reason) => {
    const step = stepOf(kind, { ...WANT, ...want }, { ...DEPLOYED, ...have });
    expect(step).toMatchObject({ action: 'update', reason: expect.stringMatching(reason) });
  });

  test.each(BLOCKED)('is blocked by %s', (_name, kind, want, have, reason) => {
    const both = [
      { ...WANT, ...want },
      { ...DEPLOYED, ...have },
    ] as const;
    expect(stepOf(kind, ...both)).toMatchObject({ action: 'blocked', reason: expect.stringMatching(reason) });
    expect(isBlocked(makePlan(...both))).toBe(true);
  });

  test('has a row for each kind of resource', () => {
    const kinds = new Set([...UPDATES, ...BLOCKED].map(([, kind]) => kind));
    const others = ['Build'] satisfies ResourceKind[];
    expect([...kinds, ...others].sort()).toEqual(RESOURCES.map(({ kind }) => kind).sort());
  });

  test('builds and deploys again when a function changed, and keeps the flows', () => {
    expect(changes({ ...WANT, bundle: changed }, afterChange)).toEqual({
      Functions: 'update',
      Build: 'create',
      Deployment: 'update',
    });
  });

  test('publishes the parent with a new subflow', () => {
    const verifySubflow = { ...WANT.verifySubflow, definition: renamed(WANT.verifySubflow.definition) };
    expect(changes({ ...WANT, verifySubflow }, DEPLOYED)).toEqual({
      'Verify subflow': 'update',
      'Parent flow': 'update',
    });
  });

  test('takes a build that another environment runs', () => {
    const have = { ...EMPTY, serverlessService: DEPLOYED.serverlessService, matching: DEPLOYED.matching };
    expect(stepOf('Functions', WANT, have).action).toBe('keep');
    expect(stepOf('Build', WANT, have).action).toBe('keep');
    expect(stepOf('Deployment', WANT, have).action).toBe('create');
  });

  test('keeps what a number led to before it was taken over', () => {
    const had = { sid: sid('ZV', 2), key: `RESTORE_${sid('PN', 1)}`, value: 'POST https://example.com/' };
    expect(stepOf('Variables', WANT, { ...DEPLOYED, variables: [...DEPLOYED.variables, had] }).action).toBe(
      'keep',
    );
  });

  test('keeps a flow whose keys come back in another order', () => {
    const definition: unknown = JSON.parse(reversed(subflow.definition));
    expect(changes(WANT, { ...DEPLOYED, verifySubflows: [{ ...subflow, definition }] })).toEqual({});
  });

  test('shows what an edit in the console changed', () => {
    const [, kind, want, have] = BLOCKED.find(([name]) => name.includes('console')) ?? BLOCKED[0] ?? fail();
    const { details } = stepOf(kind, { ...WANT, ...want }, { ...DEPLOYED, ...have });
    expect(details).toEqual(expect.arrayContaining([expect.any(String)]));
  });

  test('publishes over an edit in the console when told so', () => {
    const have = { ...DEPLOYED, parentFlows: [{ ...parent, status: 'draft' }] };
    const permissions = { takeOver: false, overwrite: true };
    expect(changes({ ...WANT, permissions }, have)).toEqual({ 'Parent flow': 'update' });
  });

  test('leaves numbers alone when none is wanted', () => {
    const none = { ...WANT, phoneNumber: null };
    expect(stepOf('Phone number', none, { ...DEPLOYED, phoneNumber: null }).action).toBe('keep');
  });

  test('knows a manifest by the hash of its bundle', () => {
    expect(fileKey(manifestFile(WANT.bundle))).toContain(WANT.bundle.hash);
    expect(fileKey(manifestFile(changed))).not.toBe(fileKey(manifestFile(WANT.bundle)));
  });
});

function fail(): never {
  throw new Error('There is no such row');
}

function withoutCredentials(): Partial<Have> {
  const had = DEPLOYED.serverlessService;
  return { serverlessService: had && { ...had, includeCredentials: false } };
}

function verify(difference: Partial<typeof verifyService>): Partial<Have> {
  return { verifyServices: [{ ...verifyService, ...difference }] };
}

function variables(more: Readonly<Record<string, string>>): Partial<Have> {
  const added = Object.entries(more).map(([key, value]) => ({ sid: sid('ZV', 2), key, value }));
  return { variables: [...DEPLOYED.variables, ...added] };
}

function leads(voiceUrl: string): Partial<Have> {
  return { phoneNumber: number && { ...number, voiceUrl } };
}

function withThird() {
  return bundleOf([...WANT.bundle.files, functionFile('/status')]);
}

function manyFunctions() {
  return bundleOf(Array.from({ length: 50 }, (_each, index) => functionFile(`/f${String(index)}`)));
}

/** Made by hand or by another tool: it has no manifest. */
function foreignBuild(): Partial<Have> {
  return { matching: null, running: { ...buildOf(WANT.bundle), bundleHash: null, hashes: {} } };
}

/** The same flow with other words in it. */
function renamed<T>(definition: T): T {
  return JSON.parse(JSON.stringify(definition).replace(/"say":"/g, '"say":"Well. ')) as T;
}

function reversed(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).reverse())
      : item,
  );
}
