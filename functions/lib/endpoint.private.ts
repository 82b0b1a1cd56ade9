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
    | 'ACCOUNT_SID'
    | 'AUTH_TOKEN'
    | 'VERIFY_SERVICE_SID'
    | 'VERIFY_RATE_LIMIT'
    | 'LOOKUP_LINE_TYPE'
    | 'OTP_SIGNING_KEY'
    | 'OTP_RETIRED_KEYS'
    | 'OTP_PROOF_AUDIENCE'
    | 'OTP_PROOF_SECONDS'
    | 'OTP_PROOF_NUMBER'
    | 'OTP_ORIGIN',
    string | undefined
  >
>;

/** An endpoint: how its parameters are read, and the one domain call behind it. */
export interface Endpoint<Request> {
  /** For the log: `start-verify`. */
  readonly name: string;
  readonly read: (event: unknown) => Read<Request>;
  readonly act: (request: Request, tools: Tools) => Promise<Outcome<StartStatus | CheckStatus>>;
  /** Gets ready to prove what is approved. Its answers have the key `proof` then, blank unless the status is `approved`. */
  readonly prover?: (context: Context<Environment>) => Promise<(to: string) => Promise<string>>;
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
    (thrown) => failed(endpoint, thrown),
  );
}

async function run<Request extends { readonly to: string }>(
  endpoint: Endpoint<Request>,
  context: Context<Environment>,
  event: unknown,
): Promise<Reaction> {
  const { name, read, act, prover } = endpoint;
  const parameters = read(event);
  if (parameters.kind === 'malformed') {
    const answer = whole(endpoint, errorAnswer(parameters.message));
    return reaction(name, 400, answer, { problem: parameters.message });
  }
  const { request } = parameters;
  const tools = toolsFrom(context);
  const prove = await prover?.(context);
  const outcome = await act(request, tools);
  const proof = outcome.status === 'approved' ? await prove?.(request.to) : '';
  return reaction(name, 200, whole(endpoint, answerOf(outcome), proof), describeForLog(request, outcome));
}

/** Studio merges answers of repeated runs, so that a proof is there every time or never. */
function whole({ prover }: Pick<Endpoint<never>, 'prover'>, answer: Answer, proof = ''): Answer {
  return prover === undefined ? answer : { ...answer, proof };
}

function toolsFrom(context: Context<Environment>): Tools {
  const settings = readSettings(context);
  return { settings, time: systemTime, twilio: twilioSdkPort(sharedClient(context), settings.serviceSid) };
}

function failed(endpoint: Pick<Endpoint<never>, 'name' | 'prover'>, { message, problem }: Thrown): Reaction {
  const sentence = message ?? 'Verification failed for a reason that was not expected; the log says when.';
  return reaction(endpoint.name, 500, whole(endpoint, errorAnswer(sentence)), { problem });
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
