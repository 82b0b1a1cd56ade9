import { type Answer, ok } from '../answers';
import type { ApiRequest, Route } from '../product';
import { readFlowParameters } from './flow-parameters';

/** Validation without saving (https://www.twilio.com/docs/studio/rest-api/v2/flow-validate): valid, or an error. */
export const flowValidationRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v2/Flows/Validate',
    required: ['FriendlyName', 'Status', 'Definition'],
    handle: validateFlow,
  },
];

function validateFlow({ form }: ApiRequest): Answer {
  const read = readFlowParameters(form);
  return read.ok ? ok({ valid: true }) : read.answer;
}
