import type { ApiError } from '../answers';

/**
 * Why Twilio refuses a message: each code has its page, https://www.twilio.com/docs/api/errors/21211 and so on. Since July
 * 2024 a sender that is no number of the account is told by codes of its own, no longer by 21606
 * (https://www.twilio.com/en-us/changelog/updates-to-the-error-code-dictionary-to-clarify-number-validatio). 21608, of trial
 * accounts, is not imitated: the local account is a full one.
 * Not public: the exact words, and the HTTP status of those that are not 400.
 */
export const messageErrors = {
  noBody: refused(21602, 'Message body is required.'),
  noFrom: refused(21603, "A 'From' phone number is required."),
  noTo: refused(21604, "A 'To' phone number is required."),
  invalidTo: refused(21211, "Invalid 'To' Phone Number"),
  invalidFrom: refused(21212, "Invalid 'From' Phone Number"),
  foreignFrom: refused(21659, "'From' is not a Twilio phone number or Short Code country mismatch"),
  same: refused(21266, "'To' and 'From' numbers cannot be the same"),
  sameInChannel: refused(63031, "Channels message cannot have same 'From' and 'To'"),
  twoChannels: refused(21910, "Invalid 'From' and 'To' pair: both should be of the same channel"),
  noWhatsAppSender: refused(63007, 'No WhatsApp sender of this account has the From address'),
  optedOut: refused(21610, 'Attempt to send to unsubscribed recipient'),
  closedCountry: refused(
    21408,
    'Permission to send an SMS has not been enabled for the region of the number',
  ),
  longBody: refused(21617, 'The concatenated message body exceeds the 1600 character limit'),
  invalidCallback: refused(21609, "Invalid 'StatusCallback' URL"),
  noService: refused(21701, 'The Messaging Service does not exist'),
  emptyService: refused(21703, 'The Messaging Service has no phone number to send the message from'),
  scheduleWithoutService: refused(35118, 'MessagingServiceSid is required to schedule a message'),
  noSendAt: refused(35111, 'SendAt timestamp is missing'),
  wrongSendAt: refused(35114, 'SendAt must be between 300 seconds and 35 days in the future'),
  wrongUpdate: refused(30400, 'Parameters are not valid'),
  notCancelable: { status: 409, code: 30409, message: 'This message cannot be canceled' },
  notComplete: { status: 409, code: 20009, message: 'Cannot delete this resource before it is complete' },
} as const satisfies Readonly<Record<string, ApiError>>;

function refused(code: number, message: string): ApiError {
  return { status: 400, code, message };
}

/** https://www.twilio.com/docs/api/errors/30006 and so on. */
const ENDINGS: Readonly<Record<number, string>> = {
  30006: 'Landline or unreachable carrier',
  30038: 'OTP Message Body Filtered',
};

/** What the resource says of a code that a message ended with; its wording is subject to change, says Twilio. */
export function endingMessage(errorCode: number | null): string | null {
  return errorCode === null ? null : (ENDINGS[errorCode] ?? `Error ${errorCode}`);
}
