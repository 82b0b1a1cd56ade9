import type { TwilioClient } from '@twilio-labs/serverless-runtime-types/types';

import { sdkReply } from '../sdk-reply.private';
import type { MessagingPort } from './messaging-port.private';

/** Messaging and Voice by way of Twilio's SDK. */
export function messagingSdkPort(client: TwilioClient): MessagingPort {
  return {
    sendText: ({ to, from, content, validityPeriod }) =>
      sdkReply(async () => {
        await client.messages.create({ to, validityPeriod, ...content, ...sender(from) });
        return undefined;
      }),
    call: (call) =>
      sdkReply(async () => {
        await client.calls.create({ ...call });
        return undefined;
      }),
  };
}

function sender(from: string): { readonly from: string } | { readonly messagingServiceSid: string } {
  return from.startsWith('MG') ? { messagingServiceSid: from } : { from };
}
