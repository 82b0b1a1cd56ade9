import { state } from '../../../support/flows';
import { callFlow, runSubflow, type CheckCases } from '../flows';

const url = 'https://verify-1234-dev.twil.io/start';
const wired = { url, service_sid: `ZS${'1'.repeat(32)}` };

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
