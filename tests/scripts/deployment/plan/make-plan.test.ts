import { fileKey } from '../../../../scripts/deployment/bundle/bundle';
import type { Have } from '../../../../scripts/deployment/have';
import { makePlan } from '../../../../scripts/deployment/plan/make-plan';
import { manifestFile } from '../../../../scripts/deployment/bundle/manifest';
import type { ResourceKind } from '../../../../scripts/deployment/plan/plan';
import { hasChanges, isBlocked } from '../../../../scripts/deployment/plan/plan';
import { RESOURCES } from '../../../../scripts/deployment/resources/registry';
import type { Want } from '../../../../scripts/deployment/want';
import { DEPLOYED, EMPTY, WANT, sid } from '../example-want';
import { BLOCKED } from './plan-blocks';
import { AFTER_CHANGE, CHANGED, PARENT, SUBFLOW, renamed } from './plan-situations';
import { UPDATES } from './plan-updates';

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

  test('builds and deploys again when a function changed, and lets the parent name the build', () => {
    expect(changes({ ...WANT, bundle: CHANGED }, AFTER_CHANGE)).toEqual({
      Functions: 'update',
      Build: 'create',
      Deployment: 'update',
      'Parent flow': 'update',
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
    const definition: unknown = JSON.parse(reversed(SUBFLOW.definition));
    expect(changes(WANT, { ...DEPLOYED, verifySubflows: [{ ...SUBFLOW, definition }] })).toEqual({});
  });

  test('shows what an edit in the console changed', () => {
    const definition = renamed(PARENT.definition);
    const have = { ...DEPLOYED, parentFlows: [{ ...PARENT, commitMessage: null, definition }] };
    const { details } = stepOf('Parent flow', WANT, have);
    expect(details).toEqual(expect.arrayContaining([expect.any(String)]));
  });

  test('publishes over an edit in the console when told so', () => {
    const have = { ...DEPLOYED, parentFlows: [{ ...PARENT, status: 'draft' }] };
    const permissions = { takeOver: false, overwrite: true };
    expect(changes({ ...WANT, permissions }, have)).toEqual({ 'Parent flow': 'update' });
  });

  test('leaves numbers alone when none is wanted', () => {
    const none = { ...WANT, phoneNumber: null };
    expect(stepOf('Phone number', none, { ...DEPLOYED, phoneNumber: null }).action).toBe('keep');
  });

  test('knows a manifest by the hash of its bundle', () => {
    expect(fileKey(manifestFile(WANT.bundle))).toContain(WANT.bundle.hash);
    expect(fileKey(manifestFile(CHANGED))).not.toBe(fileKey(manifestFile(WANT.bundle)));
  });
});

function reversed(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).reverse())
      : item,
  );
}
