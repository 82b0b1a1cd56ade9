import { state } from '../../../support/flows';
import { callFlow, type CheckCases } from '../flows';

export const knownPlaceholders: CheckCases = {
  reported: [
    {
      shows: 'an unknown kind, and one inside another text',
      flow: callFlow(
        state('run', 'run-function', {
          url: 'https://${SERVICE_SID}/x',
          service_sid: '${SERVICE_SID}',
          function_sid: '${FUNCTION:/x}',
        }),
      ),
      options: { allowPlaceholders: true },
      problems: [
        ['error', '#/states/1/properties/url', 'is not a placeholder'],
        ['error', '#/states/1/properties/function_sid', '${FUNCTION_SID:/path}'],
      ],
    },
  ],
  clean: [
    {
      shows: 'the six kinds',
      flow: callFlow(
        state('run', 'run-function', {
          url: '${FUNCTION_URL:/x}',
          service_sid: '${SERVICE_SID}',
          environment_sid: '${ENVIRONMENT_SID}',
          function_sid: '${FUNCTION_SID:/x}',
        }),
        state('verify', 'run-subflow', { flow_sid: '${FLOW_SID:x}', flow_revision: 'LatestPublished' }),
      ),
      options: { allowPlaceholders: true },
    },
    {
      shows: 'somebody else’s placeholders',
      flow: callFlow(state('run', 'run-function', { url: 'https://${SERVERLESS_DOMAIN}/x' })),
    },
  ],
};
