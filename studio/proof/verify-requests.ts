import { isJsonObject } from '../model/json';
import { isUnknown } from '../model/unknown';
import type { OutgoingRequest } from '../model/wait';

/** Verify's own API, in every region (https://www.twilio.com/docs/global-infrastructure/understanding-edge-locations). */
const VERIFY_HOST = /^verify(?:\.[a-z0-9-]+)*\.twilio\.com$/i;

/**
 * The numbers for which Make HTTP Request asks Verify, or a function that goes by the name of ours, to text or check a code.
 * Verify texts nothing when it is asked by GET. A function `/check-verify` sends no text, and what it answers a server's
 * request is unknown in any case.
 */
export function numbersAskedOfVerify(request: OutgoingRequest): string[] {
  const upToHost = /^[a-z]+:\/\/[^/?#]*/i.exec(request.url)?.[0] ?? request.url;
  const parsed = URL.canParse(request.url) ? new URL(request.url) : undefined;
  const mayBeVerify = isUnknown(upToHost) || VERIFY_HOST.test(parsed?.hostname ?? '');
  if (request.method === 'POST' && mayBeVerify) return given(request, parsed, 'To');
  return parsed?.pathname.endsWith('/start-verify') === true ? given(request, parsed, 'to') : [];
}

/** Every value of a key, wherever a request can carry it. */
function given({ body, parameters }: OutgoingRequest, url: URL | undefined, key: string): string[] {
  const { [key]: parameter } = parameters;
  const query = url?.searchParams.getAll(key) ?? [];
  return [...(parameter === undefined ? [] : [parameter]), ...query, ...inBody(body, key)];
}

function inBody(body: string, key: string): string[] {
  const json = jsonIn(body);
  if (!isJsonObject(json)) return new URLSearchParams(body).getAll(key);
  const value = json[key];
  return value === undefined ? [] : [typeof value === 'string' ? value : JSON.stringify(value)];
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
