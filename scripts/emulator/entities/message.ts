/** Sender of the codes. These messages are Twilio's own: they reach a phone, but the account's Messages do not list them. */
export const verifySender = 'Verify';

/** A message that Twilio carried, in either direction (https://www.twilio.com/docs/messaging/api/message-resource). */
export interface Message {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly direction: 'inbound' | 'outbound-api';
  readonly channel: 'sms' | 'whatsapp' | 'call';
  readonly status: 'accepted' | 'delivered' | 'undelivered' | 'received';
  readonly errorCode: number | null;
  readonly dateCreated: number;
}
