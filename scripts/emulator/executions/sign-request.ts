import { createHmac } from 'node:crypto';

/**
 * The `X-Twilio-Signature` of a request: the URL, then each form parameter's name and value in the order of the
 * names, signed with the account's token (https://www.twilio.com/docs/usage/security#validating-requests).
 * `url` is the public one, `https` and query included.
 */
export function signRequest(
  authToken: string,
  url: string,
  parameters: Readonly<Record<string, string>>,
): string {
  const pairs = Object.keys(parameters)
    .sort()
    .map((name) => name + (parameters[name] ?? ''));
  return createHmac('sha1', authToken)
    .update(url + pairs.join(''), 'utf8')
    .digest('base64');
}
