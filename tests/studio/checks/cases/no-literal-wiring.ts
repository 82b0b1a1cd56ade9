import { state } from '../../../support/flows';
import { callFlow, runSubflow, SUBFLOW_SID, split, type CheckCases } from '../flows';

const url = 'https://verify-1234-dev.twil.io/start';
const wired = { url, service_sid: `ZS${'1'.repeat(32)}` };
const accountSid = `AC${'3'.repeat(32)}`;
const webhook = `https://webhooks.twilio.com/v1/Accounts/${accountSid}/Flows/${SUBFLOW_SID}`;

export const noLiteralWiring: CheckCases = {
  reported: [
    {
      shows: 'SIDs and hosts beside a placeholder',
      flow: callFlow(
        runSubflow('verify', {}, {}, { sid: '${FLOW_SID:verify-subflow}' }),
        state('run', 'run-function', wired),
        state('flex', 'send-to-flex', {
          workflow: `WW${'2'.repeat(32)}`,
          channel: 'voice',
          attributes: '{}',
        }),
      ),
      options: { allowPlaceholders: true },
      problems: [
        ['error', '#/states/2/properties/url', 'write ${FUNCTION_URL:/path}'],
        ['error', '#/states/2/properties/service_sid', 'write ${SERVICE_SID}'],
        ['warning', '#/states/3/properties/workflow', 'pass it in as a parameter'],
      ],
    },
    {
      shows: 'hosts without a scheme, or with a password',
      flow: callFlow(
        state('run', 'run-function', { url: 'my-svc-1234-dev.twil.io/a' }),
        state('ask', 'make-http-request', { url: 'https://user:pw@x.twil.io/a' }),
        state('tell', 'make-http-request', { url: '//x.twil.io/x' }),
      ),
      options: { wantsPlaceholders: true },
      problems: [
        ['error', '#/states/1/properties/url', 'write ${FUNCTION_URL:/path}'],
        ['error', '#/states/2/properties/url', 'write ${FUNCTION_URL:/path}'],
        ['error', '#/states/3/properties/url', 'write ${FUNCTION_URL:/path}'],
      ],
    },
    {
      shows: 'every SID of a text',
      flow: callFlow(state('ask', 'make-http-request', { url: webhook })),
      options: { wantsPlaceholders: true },
      problems: [
        ['warning', '#/states/1/properties/url', `"${accountSid}" belongs to one account`],
        ['error', '#/states/1/properties/url', 'set a variable to ${FLOW_SID:name}'],
      ],
    },
    {
      shows: 'SIDs and hosts that a split compares with',
      flow: callFlow(
        split('which', '{{trigger.call.AccountSid}}', { [accountSid]: '', [url]: '', other: '' }),
      ),
      options: { wantsPlaceholders: true },
      problems: [
        ['warning', '#/states/1/transitions/1/conditions/0/value', 'compare with a variable'],
        ['warning', '#/states/1/transitions/2/conditions/0/value', `"${url}" belongs to one account`],
      ],
    },
    {
      shows: 'the same where placeholders are asked for',
      flow: callFlow(runSubflow('verify')),
      options: { wantsPlaceholders: true },
      problems: [['error', '#/states/1/properties/flow_sid', 'write ${FLOW_SID:name}']],
    },
  ],
  clean: [
    {
      shows: 'a flow that is wired through and through',
      flow: callFlow(state('run', 'run-function', wired)),
    },
    {
      shows: 'hosts of others',
      flow: callFlow(
        state('run', 'run-function', { url: '${FUNCTION_URL:/start-verify}' }),
        state('ask', 'make-http-request', { url: 'https://api.example.com/orders' }),
      ),
      options: { allowPlaceholders: true },
    },
  ],
};
