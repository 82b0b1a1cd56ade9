import { type Answer, failed } from '../answers';
import type { CountLimit } from './limits';

/** 400 for a value that Serverless does not take (https://www.twilio.com/docs/errors/20001). */
export function invalid(message: string): Answer {
  return failed({ status: 400, code: 20001, message });
}

/**
 * 409 for something that is there already. Not public: the code; clients report the status and the message
 * (https://github.com/twilio-labs/serverless-api/issues/27).
 */
export function conflict(message: string): Answer {
  return failed({ status: 409, code: 20409, message });
}

/** 400 for one too many. Twilio's wording, as https://github.com/twilio-labs/dev-phone/issues/178 shows it for services. */
export function tooMany({ noun, maximum }: CountLimit): Answer {
  return invalid(`${noun} are limited to less than or equal to ${maximum}`);
}

/** 400 for a runtime that builds cannot have (https://www.twilio.com/docs/errors/82007). */
export function unsupportedRuntime(runtime: string): Answer {
  return failed({ status: 400, code: 82007, message: `unsupported runtime: ${runtime}` });
}

/** 400 for packages that a build cannot install; the wording is Twilio's own, the detail follows it. */
export function invalidDependencies(detail: string): Answer {
  return invalid(`Some dependencies could not be validated. ${detail}`);
}
