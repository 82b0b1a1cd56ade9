import { createHash } from 'node:crypto';

import {
  getExpectedTwilioSignature,
  validateRequest,
  validateRequestWithBody,
} from 'twilio/lib/webhooks/webhooks';

import type { EdgeRequest } from './functions-host';

/**
 * The `X-Twilio-Signature` of a form request, as Twilio's callers (Studio, numbers, other functions) send it:
 * https://www.twilio.com/docs/usage/security#validating-requests. `url` is the public one, query included; `parameters`
 * are those of the form, empty for a GET.
 */
export function signFunctionRequest(
  authToken: string,
  url: string,
  parameters: Readonly<Record<string, string | readonly string[]>>,
): string {
  return getExpectedTwilioSignature(authToken, url, parameters);
}

/** Where a JSON body goes, and its signature: the body's SHA-256 becomes part of the signed address. */
export function signJsonFunctionRequest(
  authToken: string,
  url: string,
  body: string,
): { readonly url: string; readonly signature: string } {
  const signed = new URL(url);
  signed.searchParams.set('bodySHA256', createHash('sha256').update(body).digest('hex'));
  return { url: signed.toString(), signature: signFunctionRequest(authToken, signed.toString(), {}) };
}

/** True when the account's token signed exactly this request. */
export function hasValidSignature(request: EdgeRequest, authToken: string): boolean {
  const signature = request.headers['x-twilio-signature'];
  if (signature === undefined) return false;
  const url = `https://${request.domain}${request.path}`;
  if (/[?&]bodySHA256=/.test(request.path))
    return validateRequestWithBody(authToken, signature, url, request.body);
  return validateRequest(authToken, signature, url, formParameters(request));
}

/** Only a form's fields are signed. A field that comes more than once counts with all its values. */
function formParameters(request: EdgeRequest): Record<string, string | string[]> {
  const parameters: Record<string, string | string[]> = {};
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') !== true)
    return parameters;
  const form = new URLSearchParams(request.body);
  for (const name of form.keys()) {
    const values = form.getAll(name);
    parameters[name] = values.length > 1 ? values : (values[0] ?? '');
  }
  return parameters;
}
