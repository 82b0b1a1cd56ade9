import type { TwilioClient, TwilioClientOptions } from '@twilio-labs/serverless-runtime-types/types';

import { sdkReply } from './sdk-reply.private';
import type { TwilioPort } from './twilio-port.private';

/** The part of a function's context that gives access to Twilio. */
export interface ClientSource {
  readonly getTwilioClient: (options?: TwilioClientOptions) => TwilioClient;
  readonly ACCOUNT_SID?: unknown;
  readonly AUTH_TOKEN?: unknown;
}

/**
 * The SDK would wait 30 s by default, three times as long as a function may run. It is also how long an idle connection is kept:
 * the one an invocation finds was used within the last 6 s, so that Twilio has hardly closed it meanwhile.
 */
const SDK_TIMEOUT_MILLISECONDS = 6_000;

let kept:
  { readonly accountSid: unknown; readonly authToken: unknown; readonly client: TwilioClient } | undefined;

/**
 * One client for all invocations in this process, so that they share its connections: a TLS handshake costs more than the
 * request. Made anew when the credentials change.
 */
export function sharedClient(source: ClientSource): TwilioClient {
  if (kept !== undefined && kept.accountSid === source.ACCOUNT_SID && kept.authToken === source.AUTH_TOKEN) {
    return kept.client;
  }
  // autoRetry would repeat every HTTP 429, "too many codes sent" and "too many wrong codes" included.
  const client = source.getTwilioClient({ timeout: SDK_TIMEOUT_MILLISECONDS, autoRetry: false });
  kept = { accountSid: source.ACCOUNT_SID, authToken: source.AUTH_TOKEN, client };
  return client;
}

/** Twilio by way of its SDK. */
export function twilioSdkPort(client: TwilioClient, serviceSid: string): TwilioPort {
  const service = client.verify.v2.services(serviceSid);
  return {
    startVerification: ({ tags, ...verification }) =>
      sdkReply(async () => {
        const started = await service.verifications.create({
          ...verification,
          ...(tags === undefined ? {} : { tags: JSON.stringify(tags) }),
        });
        const attempts: unknown = started.sendCodeAttempts;
        return { status: started.status, attempts: Array.isArray(attempts) ? attempts.length : 0 };
      }),
    checkVerification: (check) =>
      sdkReply(async () => ({ status: (await service.verificationChecks.create({ ...check })).status })),
    lineType: (to) =>
      sdkReply(async () => {
        const found = await client.lookups.v2.phoneNumbers(to).fetch({ fields: 'line_type_intelligence' });
        return lineTypeOf(found.lineTypeIntelligence);
      }),
  };
}

/** The package is null when Lookup has nothing, and carries errors of its own inside an HTTP 200 (`error_code`, type null). */
function lineTypeOf(intelligence: unknown): string | undefined {
  if (typeof intelligence !== 'object' || intelligence === null || !('type' in intelligence))
    return undefined;
  return typeof intelligence.type === 'string' ? intelligence.type : undefined;
}
