import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FlowDefinition } from '../../../studio/model/flow-definition';
import type { Wiring } from '../../../studio/wiring/wiring';

/** The flows of `studio/flows`, by file name without `.json`. */
export type ShippedFlow = 'verify-subflow' | 'parent-ivr' | 'otp-by-reply';

/** A shipped flow as it stands in the repository, placeholders and all. */
export function shippedFlow(name: ShippedFlow): FlowDefinition {
  return JSON.parse(readFileSync(join('studio/flows', `${name}.json`), 'utf8')) as FlowDefinition;
}

/** An account that has all that the shipped flows ask for. */
export const COMPLETE_WIRING: Wiring = {
  serviceSid: `ZS${'1'.repeat(32)}`,
  environmentSid: `ZE${'2'.repeat(32)}`,
  functions: {
    '/start-verify': { sid: `ZH${'3'.repeat(32)}`, url: 'https://verify-0000-dev.example.com/start-verify' },
    '/check-verify': { sid: `ZH${'4'.repeat(32)}`, url: 'https://verify-0000-dev.example.com/check-verify' },
  },
  flows: { 'verify-subflow': `FW${'5'.repeat(32)}` },
  flowRevisions: { 'verify-subflow': '7' },
};

/** A definition with one widget, called `only`. */
export function flowWith(
  properties: FlowDefinition['states'][number]['properties'],
  description = 'A flow 1.0.0: one.',
): FlowDefinition {
  return {
    description,
    initial_state: 'only',
    states: [{ name: 'only', type: 'run-function', transitions: [], properties }],
  };
}
