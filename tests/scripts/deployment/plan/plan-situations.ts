import type { Bundle } from '../../../../scripts/deployment/bundle/bundle';
import type { Have } from '../../../../scripts/deployment/have';
import { MARK_KEY, formatMark, type Mark } from '../../../../scripts/deployment/mark/mark';
import type { ResourceKind } from '../../../../scripts/deployment/plan/plan';
import type { Want } from '../../../../scripts/deployment/want';
import { DEPLOYED, MARK, WANT, buildOf, bundleOf, functionFile, sid } from '../example-want';

function one<T>(list: readonly T[]): T {
  const [only] = list;
  if (only === undefined) throw new Error('The example is incomplete');
  return only;
}

export const service = one(DEPLOYED.serverlessService === null ? [] : [DEPLOYED.serverlessService]);
export const environment = one(DEPLOYED.environments);
export const verifyService = one(DEPLOYED.verifyServices);
export const syncService = one(DEPLOYED.syncServices);
export const SUBFLOW = one(DEPLOYED.verifySubflows);
export const PARENT = one(DEPLOYED.parentFlows);
export const NUMBER = one(DEPLOYED.phoneNumber === null ? [] : [DEPLOYED.phoneNumber]);

/** The example's bundle with another function in it. */
export const CHANGED = bundleOf([
  functionFile('/check-verify'),
  functionFile('/start-verify', 'exports.handler = 2;'),
]);
/** An account in which no build is of the wanted bundle. */
export const AFTER_CHANGE: Have = { ...DEPLOYED, matching: null };

/** A row: what is so, the kind of resource, how want and have differ from the example, what the reason says. */
export type Row = readonly [string, ResourceKind, Partial<Want>, Partial<Have>, RegExp];

const rateLimit = { uniqueName: 'calls', max: 10, intervalSeconds: 3600 };
export const limited: Partial<Want> = { verifyService: { ...WANT.verifyService, rateLimit } };
export const withBuckets = (...maxima: number[]): Partial<Have> => ({
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

export const edited = {
  ...WANT.parentFlow,
  version: '1.1.0',
  definition: renamed(WANT.parentFlow.definition),
};

export function withoutCredentials(): Partial<Have> {
  const had = DEPLOYED.serverlessService;
  return { serverlessService: had && { ...had, includeCredentials: false } };
}

export function verify(difference: Partial<typeof verifyService>): Partial<Have> {
  return { verifyServices: [{ ...verifyService, ...difference }] };
}

export function sync(difference: Partial<typeof syncService>): Partial<Have> {
  return { syncServices: [{ ...syncService, ...difference }] };
}

export function variables(more: Readonly<Record<string, string>>): Partial<Have> {
  const added = Object.entries(more).map(([key, value]) => ({ sid: sid('ZV', 2), key, value }));
  return { variables: [...DEPLOYED.variables, ...added] };
}

/** The mark says something else, and there are these variables. */
export function marked(
  difference: Partial<Mark>,
  more: Readonly<Record<string, string>> = {},
): Partial<Have> {
  const value = formatMark({ ...MARK, ...difference });
  const others = (variables(more).variables ?? []).filter(({ key }) => key !== MARK_KEY);
  return { variables: [...others, { sid: sid('ZV', 4), key: MARK_KEY, value }] };
}

export function leads(voiceUrl: string): Partial<Have> {
  return { phoneNumber: { ...NUMBER, voiceUrl } };
}

export function withThird(): Bundle {
  return bundleOf([...WANT.bundle.files, functionFile('/status')]);
}

export function manyFunctions(): Bundle {
  return bundleOf(Array.from({ length: 50 }, (_each, index) => functionFile(`/f${String(index)}`)));
}

/** Made by hand or by another tool: it has no manifest. */
export function foreignBuild(): Partial<Have> {
  return { matching: null, running: { ...buildOf(WANT.bundle), bundleHash: null, hashes: {} } };
}

/** The same flow with other words in it. */
export function renamed<T>(definition: T): T {
  return JSON.parse(JSON.stringify(definition).replace(/"say":"/g, '"say":"Well. ')) as T;
}
