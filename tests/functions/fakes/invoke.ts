import { existsSync } from 'node:fs';
import path from 'node:path';
import twilio from 'twilio';

import type { Environment } from '../../../functions/lib/endpoint.private';
import type { Handler } from '../../../functions/lib/handler.private';
import type { OtpEnvironment } from '../../../functions/lib/otp/make-tools.private';
import { createStubHttp } from './stub-http';
import type { HttpAnswer } from './stub-http';

const ROOT = path.resolve(__dirname, '../../..');
const ENVIRONMENT = {
  ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  AUTH_TOKEN: 'the-auth-token',
  VERIFY_SERVICE_SID: `VA${'2'.repeat(32)}`,
  PATH: '/',
  DOMAIN_NAME: 'example.twil.io',
  SERVICE_SID: undefined,
  ENVIRONMENT_SID: undefined,
};

/** What the runtime would send, and everything that was written to the console meanwhile. */
export interface Invocation {
  readonly statusCode: number;
  readonly headers: Record<string, unknown>;
  readonly body: Record<string, unknown>;
  readonly logged: readonly { readonly level: string; readonly line: string }[];
}

function isHandler(value: unknown): value is Handler<Environment> {
  return typeof value === 'function';
}

/** Loads what Twilio would run, in a fresh module, so that no client is left from the test before. */
function load(name: string): Handler<Environment> {
  const bundle = path.join(ROOT, 'dist/functions', name);
  const file = existsSync(`${bundle}.protected.js`) ? `${bundle}.protected.js` : `${bundle}.js`;
  let exported: unknown;
  jest.isolateModules(() => {
    exported = jest.requireActual<{ handler: unknown }>(file).handler;
  });
  if (!isHandler(exported)) throw new Error(`${file} exports no handler`);
  return exported;
}

/**
 * Runs `dist/functions/<name>.js` (or `.protected.js`) as Twilio's runtime would, over the real SDK and a stubbed network. Call
 * `useRuntimeResponse` first, and `jest.restoreAllMocks` after each test.
 */
export async function invoke(
  name: string,
  event: Record<string, unknown>,
  answers: readonly HttpAnswer[],
  variables: Environment & OtpEnvironment = {},
): Promise<Invocation> {
  const logged: { level: string; line: string }[] = [];
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      logged.push({ level, line: parts.join(' ') });
    });
  }
  // A retry pauses for a random part of its longest pause: for none of it.
  jest.spyOn(Math, 'random').mockReturnValue(0);
  const http = createStubHttp(answers);
  const handler = load(name);
  const response = await new Promise((resolve, reject) => {
    const context = {
      ...ENVIRONMENT,
      ...variables,
      getTwilioClient: () =>
        twilio(ENVIRONMENT.ACCOUNT_SID, ENVIRONMENT.AUTH_TOKEN, { httpClient: http.client }),
    };
    const callback = (error: unknown, payload: unknown): void => {
      if (error === null) resolve(payload);
      else reject(new Error('The handler passed an error on'));
    };
    Promise.resolve(handler(context, { request: { headers: {}, cookies: {} }, ...event }, callback)).catch(
      reject,
    );
  });
  return { ...Object.assign({ statusCode: 0, headers: {}, body: {} }, response), logged };
}

/** Puts the runtime's own `Twilio.Response` where the runtime puts it; the package keeps it out of its exports. */
export function useRuntimeResponse(): void {
  const file = path.join(ROOT, 'node_modules/@twilio/runtime-handler/dist/dev-runtime/internal/response.js');
  Object.assign(globalThis, { Twilio: jest.requireActual<object>(file) });
}

/** An error answer of Twilio's API. */
export function refusal(status: number, code: number, message: string): HttpAnswer {
  return { statusCode: status, body: { status, code, message, more_info: '' } };
}

/** Twilio started a verification. */
export const STARTED: HttpAnswer = { statusCode: 201, body: { status: 'pending', send_code_attempts: [{}] } };

/** Twilio approved a code. */
export const APPROVED: HttpAnswer = { statusCode: 201, body: { status: 'approved', valid: true } };

/** Keys that every answer has, sorted. */
export const KEYS = ['attempts', 'message', 'retryAfterSeconds', 'status', 'success'];

/** Keys that every answer of `check-verify` has, sorted. */
export const CHECK_KEYS = [...KEYS, 'proof'].sort();
