import { isJsonObject } from '../../../studio/model/json';

/** Twilio knows the credentials, or their form, and does not let them do what was asked. */
export class PermissionError extends Error {
  override readonly name = 'PermissionError';
  readonly status: number;
  readonly code: number | undefined;

  /** `host` is that of the request: `verify.twilio.com`; `body` the answer; `username` the SID that logged in. */
  constructor(status: number, host: string, body: unknown, username = '') {
    const { message, code } = readBody(body);
    const words = typeof message === 'string' && message !== '' ? `: "${message}"` : '';
    const mend = username.startsWith('SK') ? MEND_API_KEY : MEND_ACCOUNT;
    super(
      `${productOf(host)} does not let these credentials do that (${host}, HTTP ${status}${words}); ${mend}`,
    );
    this.status = status;
    this.code = typeof code === 'number' ? code : undefined;
  }
}

const MEND_API_KEY =
  'give the API key the permissions of that product in the Twilio console, or set AUTH_TOKEN instead of API_KEY';
const MEND_ACCOUNT = 'look in the Twilio console whether the account is active and may use that product';

/** Whether an answer says so. */
export function isPermissionStatus(status: number): boolean {
  return status === 401 || status === 403;
}

const PRODUCTS: Readonly<Record<string, string>> = {
  api: 'Phone Numbers',
  serverless: 'Serverless (Functions)',
  'serverless-upload': 'Serverless (Functions)',
  studio: 'Studio',
  sync: 'Sync',
  verify: 'Verify',
};

/** With a region or an edge the host has more names: `verify.dublin.ie1.twilio.com`. */
function productOf(host: string): string {
  const [product = host] = host.split('.');
  return PRODUCTS[product] ?? host;
}

function readBody(body: unknown): { readonly message?: unknown; readonly code?: unknown } {
  if (isJsonObject(body)) return body;
  if (typeof body !== 'string') return {};
  try {
    const json: unknown = JSON.parse(body);
    return isJsonObject(json) ? json : {};
  } catch {
    return {};
  }
}
