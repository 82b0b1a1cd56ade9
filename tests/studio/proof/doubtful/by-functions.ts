import { state } from '../../../support/flows';
import { DIGITS, type DoubtfulParent } from './doubtful-parent';
import { afterWelcome, menu } from '../parent-edits';

/** Sends keys to a function that has the SID of one of ours. */
function called(type: string, url: string, because: RegExp): DoubtfulParent {
  const properties = {
    url,
    service_sid: '${SERVICE_SID}',
    environment_sid: '${ENVIRONMENT_SID}',
    function_sid: '${FUNCTION_SID:/start-verify}',
    parameters: [{ key: 'to', value: `+${DIGITS}` }],
  };
  const request = state('send', type, properties, { success: 'run_verify', fail: 'run_verify' });
  return { definition: afterWelcome(menu('send'), request), because };
}

/** A text with a code may go out by a function that does not look like ours. */
export const BY_FUNCTIONS: Readonly<Record<string, DoubtfulParent>> = {
  'the SID of our function with another URL': called(
    'run-function',
    'https://verify-1234-dev.twil.io/other',
    /"send" has the function_sid of \/start-verify and another URL/,
  ),
  'no URL of a function': {
    definition: afterWelcome(
      state('send', 'run-function-v2', { url: '' }, { success: 'run_verify', fail: 'run_verify' }),
    ),
    because: /nobody knows which function "send" calls/,
  },
  'the SID of our function without a URL': called(
    'run-function-v2',
    '',
    /"send" has the function_sid of \/start-verify and another URL/,
  ),
};
