import type { Reply } from '../twilio-port.private';

/** Words of our own, or a template of the Content API with its variables as JSON. */
export type TextContent =
  { readonly body: string } | { readonly contentSid: string; readonly contentVariables: string };

/** A text on its way. */
export interface Text {
  /** E.164, for WhatsApp with `whatsapp:` before it. */
  readonly to: string;
  /** The same, or `MG…`. */
  readonly from: string;
  readonly content: TextContent;
  /** Seconds that it may wait for its turn at Twilio, 1 to 36 000; after that it is not sent (error 30036). */
  readonly validityPeriod: number;
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
