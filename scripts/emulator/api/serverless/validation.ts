import type { Visibility } from '../../entities/serverless-version';
import * as limits from './limits';

/** Letters, numbers and dashes (https://www.twilio.com/docs/serverless/functions-assets/functions/create-service). */
export function isServiceName(name: string): boolean {
  return isUrlFriendly(name) && name.length <= limits.SERVICE_NAME_LENGTH;
}

/** Not public: which characters an environment's unique name may have; any do here. */
export function isEnvironmentName(name: string): boolean {
  return name.length <= limits.ENVIRONMENT_NAME_LENGTH;
}

/** Part of a domain name, so only what a domain name may have. */
export function isDomainSuffix(suffix: string): boolean {
  return isUrlFriendly(suffix) && suffix.length <= limits.DOMAIN_SUFFIX_LENGTH;
}

/** Any text that is not too long. */
export function isFriendlyName(name: string): boolean {
  return name.length <= limits.FRIENDLY_NAME_LENGTH;
}

/**
 * "URL-friendly", with a slash in front, by https://www.twilio.com/docs/serverless/api/resource/function-version.
 * Not public: which characters that means; here those that RFC 3986 leaves as they are. `.` and `..` are no names.
 */
export function isPath(path: string): boolean {
  if (path.length > limits.PATH_LENGTH) return false;
  const segments = path.split('/').slice(1);
  return segments.every((segment) => /^[\w.~!$&'()*+,;=:@-]+$/.test(segment) && !/^\.\.?$/.test(segment));
}

/** True for the three words; Twilio's client sends them in lower case. */
export function isVisibility(text: string): text is Visibility {
  return text === 'public' || text === 'protected' || text === 'private';
}

/** Not public: which keys Twilio takes; here the names that a shell and AWS Lambda take. */
export function isVariableKey(key: string): boolean {
  return /^[A-Za-z_]\w*$/.test(key) && key.length <= limits.VARIABLE_KEY_LENGTH;
}

function isUrlFriendly(text: string): boolean {
  return /^[a-zA-Z0-9-]+$/.test(text);
}
