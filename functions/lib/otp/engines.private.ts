import { readSettings } from '../settings.private';
import { systemTime } from '../time.private';
import { sharedClient, twilioSdkPort } from '../twilio-sdk-port.private';
import type { Sender } from './engine.private';
import type { EngineMaker, EngineParts } from './make-tools.private';
import { createMessageSender } from './message-engine.private';
import { messagingSdkPort } from './messaging-sdk-port.private';
import type { EngineName } from './otp-settings.private';
import { createVerifyChecker, createVerifySender } from './verify-engine.private';

/** How each engine sends. */
const SENDERS: Readonly<Record<EngineName, (parts: EngineParts) => Sender>> = {
  verify: (parts) => createVerifySender(verifyTools(parts), parts.deadline),
  message: ({ context, settings, deadline }) =>
    createMessageSender(messagingSdkPort(sharedClient(context)), settings, deadline),
};

/** For endpoints that send. */
export const sendingEngines: EngineMaker = (parts) => ({ senderOf: (name) => SENDERS[name](parts) });

/** For endpoints that compare. */
export const checkingEngines: EngineMaker = (parts) => ({
  checker: () => createVerifyChecker(verifyTools(parts), parts.deadline),
});

/** Verify is asked with the settings of the IVR's functions. */
function verifyTools({ context }: EngineParts) {
  const settings = readSettings(context);
  const twilio = twilioSdkPort(sharedClient(context), settings.serviceSid);
  return { settings, time: systemTime, twilio };
}
