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

/**
 * True when the account's token signed exactly this request. Not public: what the platform says of a body that is
 * neither a form nor hashed in the address, and so under no signature. It is refused: anybody could have written it.
 */
export function hasValidSignature(request: EdgeRequest, authToken: string): boolean {
  const signature = request.headers['x-twilio-signature'];
  if (signature === undefined) return false;
  const url = `https://${request.domain}${request.path}`;
  if (/[?&]bodySHA256=/.test(request.path))
    return validateRequestWithBody(authToken, signature, url, request.body);
  const isForm = isFormType(request.headers['content-type'] ?? '');
  if (!isForm && request.body !== '') return false;
  return validateRequest(authToken, signature, url, isForm ? readForm(request.body) : {});
}

/** True for the content type whose fields are signed. */
export function isFormType(contentType: string): boolean {
  return /^application\/x-www-form-urlencoded *(?:;|$)/i.test(contentType);
}

/** The fields of a form, to sign or to check. A field that comes more than once counts with all its values. */
export function readForm(body: string): Record<string, string | string[]> {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(fields);
}
