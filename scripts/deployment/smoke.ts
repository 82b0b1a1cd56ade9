import type { Twilio } from 'twilio';

import { isJsonObject } from '../../studio/model/json';

/** Where the deployed functions are, and how they are asked. */
export interface SmokeTarget {
  readonly client: Twilio;
  /** `phone-verification-1234-dev.twil.io` */
  readonly domain: string;
  /** Signs requests as Twilio does: the functions take no others. */
  readonly sign: (url: string, parameters: Readonly<Record<string, string>>) => string;
}

/** What a function answered: its own words, or why it gave none. */
export interface SmokeAnswer {
  readonly success: boolean;
  /** A status of the functions, or `http-404` and the like. */
  readonly status: string;
  readonly message: string;
}

/** How a live verification ended. */
export interface SmokeResult {
  readonly verified: boolean;
  readonly start: SmokeAnswer;
  /** Null when no code was sent. */
  readonly check: SmokeAnswer | null;
}

/**
 * One verification through the deployed functions, just as the flows ask them: sends a code, waits for a person to read it
 * from the phone, checks it. Throws what the network throws.
 */
export async function smoke(
  target: SmokeTarget,
  { to, channel }: { readonly to: string; readonly channel: string },
  readCode: () => Promise<string>,
): Promise<SmokeResult> {
  const start = await ask(target, '/start-verify', { to, channel });
  // Twilio may have sent a code although it did not say so in time.
  if (!start.success && start.status !== 'maybe_sent') return { verified: false, start, check: null };
  const check = await ask(target, '/check-verify', { to, code: (await readCode()).trim() });
  return { verified: check.success && check.status === 'approved', start, check };
}

async function ask(
  { client, domain, sign }: SmokeTarget,
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<SmokeAnswer> {
  const uri = `https://${domain}${path}`;
  const { statusCode, body } = await client.httpClient.request<unknown>({
    method: 'post',
    uri,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': sign(uri, parameters),
    },
    data: parameters,
  });
  return readAnswer(statusCode, body);
}

function readAnswer(statusCode: number, body: unknown): SmokeAnswer {
  const { success, status, message } = isJsonObject(body) ? body : {};
  if (typeof status === 'string' && typeof success === 'boolean') {
    return { success, status, message: typeof message === 'string' ? message : '' };
  }
  return {
    success: false,
    status: `http-${statusCode}`,
    message: `${statusCode} is no answer of our functions: deploy again, and look at the function's logs`,
  };
}
