/** Sender of the codes. These messages are Twilio's own: they reach a phone, but the account's Messages do not list them. */
export const verifySender = 'Verify';

/** A message that Twilio carried, in either direction (https://www.twilio.com/docs/messaging/api/message-resource). */
export interface Message {
  readonly sid: string;
  /** The number that sends it, also where a messaging service chose that number. */
  readonly from: string;
  readonly to: string;
  /** Empty once it was redacted. */
  body: string;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  readonly channel: 'sms' | 'whatsapp' | 'call';
  status: MessageStatus;
  errorCode: number | null;
  readonly messagingServiceSid: string | null;
  /** Milliseconds since 1970, like the others. */
  readonly dateCreated: number;
  /** When it left Twilio; null before that. */
  dateSent: number | null;
  dateUpdated: number;
}

/**
 * - `accepted`: given to a messaging service, `scheduled`: to be sent later, `queued`: about to be sent.
 * - `sent`: it left Twilio, `delivered`, `undelivered`: what the carrier says of it.
 * - `failed`: it never left Twilio, `canceled`: nobody wants it any more.
 */
export type MessageStatus =
  | 'accepted'
  | 'scheduled'
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'canceled'
  | 'received';
