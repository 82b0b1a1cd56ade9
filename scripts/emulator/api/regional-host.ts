/**
 * The product behind a name with an edge and a region, `verify.dublin.ie1.twilio.com`, which the SDK builds from
 * TWILIO_EDGE and TWILIO_REGION (https://www.twilio.com/docs/global-infrastructure/using-the-twilio-rest-api-in-a-non-us-region).
 * There is one Twilio here: every region is the same.
 */
export function withoutRegion(host: string): string {
  return host.replace(/^([^.]+)(?:\.[^.]+){1,2}(?=\.twilio\.com$)/, '$1');
}
