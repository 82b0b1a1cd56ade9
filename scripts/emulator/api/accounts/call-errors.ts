import type { ApiError } from '../answers';

/**
 * Why Twilio refuses a call, or a change of one: each code has its page, https://www.twilio.com/docs/api/errors/21210 and so
 * on. What only the local Twilio refuses, because it would not do it, has 20001.
 * Not public: the exact words, and the HTTP status of those that are not 400.
 */
export const callErrors = {
  noTo: refused(21201, "No 'To' number is specified"),
  noFrom: refused(21213, "'From' phone number is required"),
  invalidTo: refused(21211, "Invalid 'To' Phone Number"),
  invalidFrom: refused(21212, "Invalid 'From' Phone Number"),
  foreignFrom: refused(21210, "'From' phone number not verified"),
  closedCountry: refused(21215, 'Account not authorized to call the region of the number'),
  invalidUrl: refused(21205, 'Url is not a valid URL'),
  invalidTimeout: refused(21208, 'Invalid Timeout'),
  notInProgress: refused(21220, 'Call is not in-progress. Cannot redirect.'),
  wrongChange: refused(20001, 'Status must be canceled or completed, and stand alone'),
  notOutgoing: refused(20001, 'The local Twilio changes outgoing calls only'),
  notComplete: { status: 409, code: 20009, message: 'Cannot delete this resource before it is complete' },
} as const satisfies Readonly<Record<string, ApiError>>;

/** Refuses what would be ignored otherwise, so that nobody waits for it. */
export function notImitated(parameter: string): ApiError {
  return refused(20001, `${parameter} is not imitated by the local Twilio: leave it out`);
}

function refused(code: number, message: string): ApiError {
  return { status: 400, code, message };
}
