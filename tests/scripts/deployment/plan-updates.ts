import { WANT, buildOf, bundleOf, functionFile } from './example-want';
import {
  AFTER_CHANGE,
  CHANGED,
  edited,
  foreignBuild,
  leads,
  limited,
  SUBFLOW,
  variables,
  verify,
  withBuckets,
  withThird,
  withoutCredentials,
} from './plan-situations';
import type { Row } from './plan-situations';

/** What is updated, and why. */
export const UPDATES: readonly Row[] = [
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
  ['another function', 'Functions', { bundle: CHANGED }, AFTER_CHANGE, /^uploads \/start-verify$/],
  ['a new function', 'Functions', { bundle: withThird() }, AFTER_CHANGE, /^uploads \/status$/],
  [
    'a function less',
    'Functions',
    { bundle: bundleOf([functionFile('/start-verify')]) },
    AFTER_CHANGE,
    /fewer/,
  ],
  [
    'a build of somebody else',
    'Functions',
    { bundle: CHANGED },
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
    { verifySubflows: [{ ...SUBFLOW, revision: 2 }] },
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
