import type {
  Context,
  ServerlessEventObject,
  ServerlessFunctionSignature,
} from '@twilio-labs/serverless-runtime-types/types';

import { answerOf, errorAnswer, toResponse } from './answer.private';
import type { Answer, CheckStatus, Outcome, StartStatus } from './answer.private';
import { describeForLog, writeLog } from './log.private';
import type { LogEntry } from './log.private';
import type { Read } from './requests.private';
import { ConfigurationError, readSettings } from './settings.private';
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

/** What Twilio calls. */
export type Handler = ServerlessFunctionSignature<
  Environment,
  ServerlessEventObject<Record<string, unknown>>
>;

interface Result {
  readonly httpStatus: number;
  readonly answer: Answer;
  readonly log: Partial<LogEntry>;
}

/**
 * Makes the handler of an endpoint: HTTP 200 for whatever a caller, a phone or Twilio does, 400 for a malformed request, 500 for a
 * broken environment or a bug; the same keys every time. The one place that catches.
 */
export function createHandler<Request extends { readonly to: string }>(endpoint: Endpoint<Request>): Handler {
  return async (context, event, callback) => {
    const begin = systemTime.now();
    const { httpStatus, answer, log } = await run(endpoint, context, event);
    const milliseconds = systemTime.now() - begin;
    writeLog({ endpoint: endpoint.name, status: answer.status, httpStatus, milliseconds, ...log });
    callback(null, toResponse(httpStatus, answer));
  };
}

async function run<Request extends { readonly to: string }>(
  endpoint: Endpoint<Request>,
  context: Context<Environment>,
  event: unknown,
): Promise<Result> {
  try {
    const read = endpoint.read(event);
    if (read.kind === 'malformed') {
      return { httpStatus: 400, answer: errorAnswer(read.message), log: { problem: read.message } };
    }
    const outcome = await endpoint.act(read.request, toolsFrom(context));
    return { httpStatus: 200, answer: answerOf(outcome), log: describeForLog(read.request, outcome) };
  } catch (error) {
    return failed(error);
  }
}

function toolsFrom(context: Context<Environment>): Tools {
  const settings = readSettings(context);
  return { settings, time: systemTime, twilio: twilioSdkPort(sharedClient(context), settings.serviceSid) };
}

/** Only our own messages are passed on; those of others may quote the request or name what is behind. */
function failed(error: unknown): Result {
  if (error instanceof ConfigurationError) {
    return {
      httpStatus: 500,
      answer: errorAnswer(error.message),
      log: { problem: `${error.code}: ${error.message}` },
    };
  }
  const name = error instanceof Error ? error.name : typeof error;
  return {
    httpStatus: 500,
    answer: errorAnswer('Verification failed for a reason that was not expected; the log says when.'),
    log: { problem: `unexpected ${name}${placeOf(error)}` },
  };
}

/** Where an error was thrown, without its message. */
function placeOf(error: unknown): string {
  const frame =
    error instanceof Error ? /^\s+at (?:async )?([\w.$<>]+)/m.exec(error.stack ?? '')?.[1] : undefined;
  return frame === undefined ? '' : ` in ${frame}`;
}
