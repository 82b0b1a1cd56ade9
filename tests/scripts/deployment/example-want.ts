import type { Have, HadFlow } from '../../../scripts/deployment/have';
import type { FunctionsOutputs } from '../../../scripts/deployment/outputs';
import { wireWithOutputs } from '../../../scripts/deployment/wire-with-outputs';
import type { Want, WantedFlow } from '../../../scripts/deployment/want';
import type { FlowDefinition, State } from '../../../studio/model/flow-definition';

const FUNCTIONS: FunctionsOutputs = {
  domain: 'verify-1000-dev.twil.io',
  serviceSid: 'ZS1',
  environmentSid: 'ZE1',
  functionSids: { '/start-verify': 'ZH1' },
};

/** A want whose subflow needs a function, and whose parent needs the subflow. */
export const WANT: Want = {
  verifyService: { friendlyName: 'Hotline', codeLength: 6, rateLimit: null },
  verifySubflow: flow('verify-subflow', 'run-function', { url: '${FUNCTION_URL:/start-verify}' }),
  parentFlow: flow('parent-ivr', 'run-subflow', { flow_sid: '${FLOW_SID:verify-subflow}' }),
  phoneNumber: '+14155550199',
  variables: {},
};

/** An account in which nothing was made yet; it holds the number. */
export const EMPTY: Have = {
  verifyServices: [],
  functions: null,
  verifySubflows: [],
  parentFlows: [],
  phoneNumber: { sid: 'PN1', phoneNumber: '+14155550199', voiceUrl: '' },
};

/** An account that is just as wanted. */
export const DEPLOYED: Have = {
  verifyServices: [
    { sid: 'VA1', friendlyName: 'Hotline', codeLength: 6, doNotShareWarningEnabled: false, rateLimits: [] },
  ],
  functions: FUNCTIONS,
  verifySubflows: [had('FW1', WANT.verifySubflow)],
  parentFlows: [had('FW2', WANT.parentFlow)],
  phoneNumber: { sid: 'PN1', phoneNumber: '+14155550199', voiceUrl: 'https://webhooks.example/FW2' },
};

function flow(friendlyName: string, type: string, properties: State['properties']): WantedFlow {
  const definition: FlowDefinition = {
    description: `${friendlyName} 1.0.0: an example`,
    initial_state: 'Trigger',
    states: [{ name: 'Trigger', type, transitions: [], properties }],
  };
  return { friendlyName, version: '1.0.0', definition, contentHash: '0123456789ab' };
}

function had(sid: string, wanted: WantedFlow): HadFlow {
  const wired = wireWithOutputs(wanted.definition, { functions: FUNCTIONS, verifySubflowSid: 'FW1' });
  if (wired.kind === 'unknown') throw new Error(wired.reasons.join());
  return {
    sid,
    status: 'published',
    revision: 1,
    webhookUrl: `https://webhooks.example/${sid}`,
    definition: wired.definition,
  };
}
