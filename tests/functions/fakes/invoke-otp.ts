import { endpoint as cancel } from '../../../functions/otp/cancel';
import { endpoint as event } from '../../../functions/otp/event';
import { endpoint as request } from '../../../functions/otp/request';
import { endpoint as resend } from '../../../functions/otp/resend';
import { endpoint as status } from '../../../functions/otp/status';
import { endpoint as verify } from '../../../functions/otp/verify';
import { createDeliverHandler } from '../../../functions/lib/otp/deliver.private';
import type { Handler } from '../../../functions/lib/handler.private';
import type { OtpEnvironment } from '../../../functions/lib/otp/make-tools.private';
import { createOtpEndpoint } from '../../../functions/lib/otp/otp-endpoint.private';
import type { OtpTools } from '../../../functions/lib/otp/otp-tools.private';
import { useRuntimeResponse } from './invoke';
import { KEYS } from './otp-world';
import type { Mishaps, OtpWorld } from './otp-world';

/** The endpoints of the service over tools of one's own. */
const HANDLERS = {
  request: (tools: () => OtpTools) => createOtpEndpoint(request, tools),
  verify: (tools: () => OtpTools) => createOtpEndpoint(verify, tools),
  event: (tools: () => OtpTools) => createOtpEndpoint(event, tools),
  resend: (tools: () => OtpTools) => createOtpEndpoint(resend, tools),
  status: (tools: () => OtpTools) => createOtpEndpoint(status, tools),
  cancel: (tools: () => OtpTools) => createOtpEndpoint(cancel, tools),
  deliver: (tools: () => OtpTools) => createDeliverHandler(tools),
} as const satisfies Record<string, (tools: () => OtpTools) => Handler<OtpEnvironment>>;

/** Last part of an endpoint's path. */
export type OtpEndpointName = keyof typeof HANDLERS;

/** Every endpoint that takes an API key. */
export const ENDPOINTS = ['request', 'verify', 'event', 'resend', 'status', 'cancel'] as const;

/** A request besides its fields. */
export interface Around {
  /** In place of those that every good request has: a key of the shop, JSON. */
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly mishaps?: Mishaps;
}

/** What a client gets. */
export interface OtpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The parsed body. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Headers of a good request of the shop's. */
export const GOOD_HEADERS = { authorization: `Bearer ${KEYS.shop}`, 'content-type': 'application/json' };

/** Calls an endpoint through its real handler, in time. Call `useQuietRuntime` first. */
export async function invokeOtp(
  world: OtpWorld,
  name: OtpEndpointName,
  fields: object,
  around: Around = {},
): Promise<OtpResponse> {
  return world.time.run(callHandler(world, name, fields, around));
}

/** Many at once, mixed with each other. */
export async function invokeTogether(
  world: OtpWorld,
  count: number,
  name: OtpEndpointName,
  fields: object,
  around: Around = {},
): Promise<readonly OtpResponse[]> {
  const calls = Array.from({ length: count }, () => callHandler(world, name, fields, around));
  return world.time.run(Promise.all(calls));
}

/** One for each, at once and mixed with each other. */
export async function invokeEach(
  world: OtpWorld,
  name: OtpEndpointName,
  all: readonly object[],
): Promise<readonly OtpResponse[]> {
  return world.time.run(Promise.all(all.map((fields) => callHandler(world, name, fields, {}))));
}

/** Lets time pass. */
export async function letPass(world: OtpWorld, milliseconds: number): Promise<void> {
  await world.time.run(new Promise<void>((resolve) => void world.time.after(milliseconds, resolve)));
}

/** The id of a request that was just made. */
export async function requestOf(world: OtpWorld, phoneNumber: string, fields: object = {}): Promise<string> {
  const { body, statusCode } = await invokeOtp(world, 'request', { phoneNumber, ...fields });
  if (statusCode !== 202) throw new Error(`The request was refused: ${JSON.stringify(body)}`);
  return String(body['requestId']);
}

/** A code that is wrong. */
export function wrongCode(world: OtpWorld): string {
  return world.code() === '000000' ? '000001' : '000000';
}

/** Gives the tests of a file Twilio's global, and keeps their log lines from the console; the result has those of the test. */
export function useQuietRuntime(): () => readonly LogLine[] {
  let lines: LogLine[] = [];
  beforeAll(useRuntimeResponse);
  beforeEach(() => {
    lines = [];
    for (const level of ['info', 'error'] as const) {
      jest.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
        lines.push({ level, ...parseLine(String(parts[0])) });
      });
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  return () => lines;
}

/** A line of the log, parsed. */
export type LogLine = { readonly level: 'info' | 'error' } & Readonly<Record<string, unknown>>;

function parseLine(line: string): Record<string, unknown> {
  const json: unknown = JSON.parse(line);
  return Object.assign({}, json);
}

async function callHandler(
  world: OtpWorld,
  name: OtpEndpointName,
  fields: object,
  { headers = {}, mishaps }: Around,
): Promise<OtpResponse> {
  const handler = HANDLERS[name](() => world.tools(mishaps));
  const all: Record<string, unknown> = { ...GOOD_HEADERS, ...headers };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  const request = { headers: Object.fromEntries(given), cookies: {} };
  const response = await new Promise<unknown>((resolve, reject) => {
    const answer = (_error: unknown, response: unknown): void => resolve(response);
    Promise.resolve(handler(CONTEXT, { request, ...fields }, answer)).catch(reject);
  });
  return parse(response);
}

const CONTEXT = {
  PATH: '/',
  DOMAIN_NAME: 'otp.example.twil.io',
  SERVICE_SID: undefined,
  ENVIRONMENT_SID: undefined,
  getTwilioClient: () => {
    throw new Error('Unplanned use of the SDK');
  },
};

function parse(response: unknown): OtpResponse {
  const { statusCode, headers, body } = Object.assign({ statusCode: 0, headers: {}, body: {} }, response);
  const json: unknown = typeof body === 'string' ? JSON.parse(body) : body;
  return { statusCode, headers, body: Object.assign({}, json) };
}
