import type {
  Context,
  EnvironmentVariables,
  ServerlessEventObject,
  ServerlessFunctionSignature,
  TwilioResponse,
} from '@twilio-labs/serverless-runtime-types/types';

import { writeLine } from './log.private';
import { ConfigurationError } from './settings.private';
import { systemTime } from './time.private';

/** What Twilio calls; `Environment` is the service's variables. */
export type Handler<Environment extends EnvironmentVariables> = ServerlessFunctionSignature<
  Environment,
  ServerlessEventObject<Record<string, unknown>>
>;

/** What an invocation answers, and the line that it leaves in the log. */
export interface Reaction {
  readonly httpStatus: number;
  /** Under `Content-Type: application/json` the runtime makes JSON of the body; under any other the body has to be text. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | string;
  readonly log: object;
  /** True: an operator has to look at it. */
  readonly isAlarm: boolean;
}

/** What was thrown. `message` may be shown to a caller and is there for a broken environment only; `problem` is for the log. */
export interface Thrown {
  readonly message?: string;
  readonly problem: string;
}

/** Makes a handler that answers once, logs one line, and never throws. The one place that catches. */
export function createHandler<Environment extends EnvironmentVariables>(
  react: (context: Context<Environment>, event: unknown) => Promise<Reaction>,
  failed: (thrown: Thrown, event: unknown) => Reaction,
): Handler<Environment> {
  return async (context, event, callback) => {
    const begin = systemTime.now();
    let reaction: Reaction;
    try {
      reaction = await react(context, event);
    } catch (error) {
      reaction = failed(describe(error), event);
    }
    writeLine({ ...reaction.log, milliseconds: systemTime.now() - begin }, reaction.isAlarm);
    callback(null, toResponse(reaction));
  };
}

/** Only our own messages are passed on; those of others may quote the request or name what is behind. */
function describe(error: unknown): Thrown {
  if (error instanceof ConfigurationError) {
    return { message: error.message, problem: `${error.code}: ${error.message}` };
  }
  const name = error instanceof Error ? error.name : typeof error;
  return { problem: `unexpected ${name}${placeOf(error)}` };
}

/** Where an error was thrown, without its message. */
function placeOf(error: unknown): string {
  const frame =
    error instanceof Error ? /^\s+at (?:async )?([\w.$<>]+)/m.exec(error.stack ?? '')?.[1] : undefined;
  return frame === undefined ? '' : ` in ${frame}`;
}

/** The answer as Twilio's runtime wants it; `Twilio.Response` is a global of that runtime. */
function toResponse({ httpStatus, headers, body }: Reaction): TwilioResponse {
  const response = new Twilio.Response().setStatusCode(httpStatus);
  const all = { 'Cache-Control': 'no-store', ...headers };
  for (const [name, value] of Object.entries(all)) response.appendHeader(name, value);
  return response.setBody(body);
}
