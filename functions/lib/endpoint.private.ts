import type { Context } from '@twilio-labs/serverless-runtime-types/types';

import { answerOf, errorAnswer } from './answer.private';
import type { Answer, CheckStatus, Outcome, StartStatus } from './answer.private';
import { createHandler } from './handler.private';
import type { Handler, Reaction, Thrown } from './handler.private';
import { describeForLog } from './log.private';
import type { LogEntry } from './log.private';
import type { Read } from './requests.private';
import { readSettings } from './settings.private';
import type { Tools } from './tools.private';
import { systemTime } from './time.private';
import { sharedClient, twilioSdkPort } from './twilio-sdk-port.private';

/** Environment variables of the service, and the credentials that the platform adds. */
export type Environment = Partial<
  Record<
    'ACCOUNT_SID' | 'AUTH_TOKEN' | 'VERIFY_SERVICE_SID' | 'VERIFY_RATE_LIMIT' | 'LOOKUP_LINE_TYPE',
    string | undefined
  >
>;

/** An endpoint: how its parameters are read, and the one domain call behind it. */
export interface Endpoint<Request> {
  /** For the log: `start-verify`. */
  readonly name: string;
  readonly read: (event: unknown) => Read<Request>;
  readonly act: (request: Request, tools: Tools) => Promise<Outcome<StartStatus | CheckStatus>>;
}

/**
 * Makes the handler of an endpoint: HTTP 200 for whatever a caller, a phone or Twilio does, 400 for a malformed request, 500 for a
 * broken environment or a bug; the same keys every time.
 */
export function createEndpoint<Request extends { readonly to: string }>(
  endpoint: Endpoint<Request>,
): Handler<Environment> {
  return createHandler<Environment>(
    (context, event) => run(endpoint, context, event),
    (thrown) => failed(endpoint.name, thrown),
  );
}

async function run<Request extends { readonly to: string }>(
  { name, read, act }: Endpoint<Request>,
  context: Context<Environment>,
  event: unknown,
): Promise<Reaction> {
  const parameters = read(event);
  if (parameters.kind === 'malformed') {
    return reaction(name, 400, errorAnswer(parameters.message), { problem: parameters.message });
  }
  const outcome = await act(parameters.request, toolsFrom(context));
  return reaction(name, 200, answerOf(outcome), describeForLog(parameters.request, outcome));
}

function toolsFrom(context: Context<Environment>): Tools {
  const settings = readSettings(context);
  return { settings, time: systemTime, twilio: twilioSdkPort(sharedClient(context), settings.serviceSid) };
}

function failed(name: string, { message, problem }: Thrown): Reaction {
  const sentence = message ?? 'Verification failed for a reason that was not expected; the log says when.';
  return reaction(name, 500, errorAnswer(sentence), { problem });
}

function reaction(endpoint: string, httpStatus: number, answer: Answer, log: Partial<LogEntry>): Reaction {
  return {
    httpStatus,
    headers: { 'Content-Type': 'application/json' },
    body: answer,
    log: { endpoint, status: answer.status, httpStatus, ...log },
    // Status `error` is for an operator to look at, unless the request itself was malformed.
    isAlarm: answer.status === 'error' && httpStatus !== 400,
  };
}
