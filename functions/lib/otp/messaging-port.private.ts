import type { Reply } from '../twilio-port.private';

/** A text on its way. */
export interface Text {
  /** E.164, for WhatsApp with `whatsapp:` before it. */
  readonly to: string;
  /** The same, or `MG…`. */
  readonly from: string;
  readonly body: string;
}

/** A call that says something and hangs up. */
export interface SpokenText {
  readonly to: string;
  readonly from: string;
  readonly twiml: string;
}

/** Programmable Messaging and Voice, with every expected trouble as a value. */
export interface MessagingPort {
  /** https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource */
  readonly sendText: (text: Text) => Promise<Reply<undefined>>;
  /** https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource */
  readonly call: (call: SpokenText) => Promise<Reply<undefined>>;
}
