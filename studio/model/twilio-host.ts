/**
 * True for `twilio.com` and every name below it: the REST APIs, and the only hosts that may be given the account's
 * credentials (https://www.twilio.com/docs/studio/widget-library/http-request). Function domains are not among them.
 */
export function isTwilioHost(host: string): boolean {
  return /(?:^|\.)twilio\.com$/i.test(host);
}
