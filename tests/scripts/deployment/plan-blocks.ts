import { EMPTY, WANT, sid } from './example-want';
import {
  AFTER_CHANGE,
  PARENT,
  SUBFLOW,
  environment,
  leads,
  manyFunctions,
  NUMBER,
  renamed,
  verifyService,
  withThird,
} from './plan-situations';
import type { Row } from './plan-situations';

/** What a person has to decide, and why. */
export const BLOCKED: readonly Row[] = [
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
  ['too many functions', 'Functions', { bundle: manyFunctions() }, AFTER_CHANGE, /^51 functions/],
  [
    'two functions of one name',
    'Functions',
    { bundle: withThird() },
    {
      ...AFTER_CHANGE,
      resources: [7, 8].map((each) => ({ kind: 'function', sid: sid('ZH', each), friendlyName: '/status' })),
    },
    /ZH0+7 and ZH0+8/,
  ],
  ['variables that are too large', 'Variables', { variables: { A: 'x'.repeat(3600) } }, {}, /3583/],
  [
    'two flows of one name',
    'Verify subflow',
    {},
    { verifySubflows: [SUBFLOW, { ...SUBFLOW, sid: sid('FW', 3) }] },
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
    { parentFlows: [{ ...PARENT, status: 'draft' }] },
    /draft.*npm run pull.*--overwrite/,
  ],
  [
    'a flow that was edited in the console',
    'Parent flow',
    {},
    { parentFlows: [{ ...PARENT, commitMessage: null, definition: renamed(PARENT.definition) }] },
    /not published by this project/,
  ],
  ['a number that is not held', 'Phone number', {}, { phoneNumber: null }, /does not hold/],
  ['a number that leads elsewhere', 'Phone number', {}, leads('https://example.com/mine'), /--take-over/],
  [
    'a number of an application',
    'Phone number',
    {},
    { phoneNumber: { ...NUMBER, voiceApplicationSid: sid('AP', 1) } },
    /application AP0+1/,
  ],
  [
    'a number of a trunk',
    'Phone number',
    { permissions: { takeOver: true, overwrite: false } },
    { phoneNumber: { ...NUMBER, trunkSid: sid('TK', 1) } },
    /trunk TK0+1/,
  ],
];
