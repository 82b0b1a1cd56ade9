import type { JsonObject } from './json';

/** What is said or played to a caller, already rendered. Exactly one of `say`, `play`, `digits` is not empty. */
export interface Speech {
  readonly say: string;
  /** URL of an audio file. */
  readonly play: string;
  /** Keypad tones sent to the other end. */
  readonly digits: string;
  readonly language: string;
  readonly voice: string;
  /** How often it is repeated, 1 to 99. */
  readonly loop: number;
}

/** A request that leaves Studio: Run Function and Make HTTP Request. Twilio gives both 10 seconds. */
export interface OutgoingRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** MIME type of `body`; empty when there is no body. */
  readonly contentType: string;
  readonly body: string;
  /** The parameters by name, for logs and scripts; `body` or the URL's query carries the same values. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Adds the account's own credentials; for Twilio's API hosts only. */
  readonly addTwilioAuth: boolean;
}

/** A message that Studio asks Twilio to send. */
export interface OutgoingMessage {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly mediaUrl: string;
  /** Everything else the widget was given (`content_sid`, `messaging_service`…), rendered. */
  readonly extra: JsonObject;
}

/**
 * What an execution is waiting for. It stays here, as plain JSON, until `resume` brings an `Input`.
 * `speech` and `keys` need a live call; the others do not.
 */
export type Wait =
  | { readonly kind: 'speech'; readonly speech: Speech }
  | {
      readonly kind: 'keys';
      readonly prompt: Speech;
      /** Seconds of silence after the prompt, and between two keys. */
      readonly timeoutSeconds: number;
      /** The key that ends the input and is not part of it; empty: no key does. */
      readonly finishOnKey: string;
      /** Ends the input when reached; null: any number. */
      readonly numberOfDigits: number | null;
      /** True when the `speech` transition is wired, which is what turns recognition on. */
      readonly listens: boolean;
    }
  | { readonly kind: 'function'; readonly request: OutgoingRequest; readonly functionSid: string }
  | { readonly kind: 'http'; readonly request: OutgoingRequest }
  | { readonly kind: 'message'; readonly message: OutgoingMessage }
  | { readonly kind: 'reply'; readonly message: OutgoingMessage; readonly timeoutSeconds: number }
  | OutsideWait;

/**
 * Something that only Twilio, or somebody behind it, can do: take a payment, queue a call, hold a conversation. Nothing on
 * this machine knows how it ends; whoever brings the input says so.
 */
export interface OutsideWait {
  readonly kind: 'outside';
  /** The widget's type: what is to be done. */
  readonly type: string;
  /** Its properties, rendered: parameter lists as objects, what is empty left out. */
  readonly asks: JsonObject;
  /** The events that may be told; those of the widget. */
  readonly events: readonly string[];
  /** After how many seconds Studio goes on by `timeout`; null: it does not. */
  readonly timeoutSeconds: number | null;
}

/** How a request ended. `failure` says why there is no answer to read. */
export type RequestResult =
  | {
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
      /** By lower-case name. Studio shows one of them, and only of a Function. */
      readonly headers?: Readonly<Record<string, string>>;
      /** What Studio shows of an answer that nobody knows: how a proof says "any answer". The rest is not looked at then. */
      readonly shown?: { readonly outputs: JsonObject; readonly parsed: JsonObject | null };
    }
  | { readonly failure: 'timeout' | 'network' | 'malformed-url' | 'too-large' };

/** What happened in the world: the only way an execution moves on. */
export type Input =
  | { readonly kind: 'audio-complete'; readonly callParameters?: JsonObject }
  | { readonly kind: 'keys'; readonly digits: string; readonly callParameters?: JsonObject }
  | {
      readonly kind: 'speech';
      readonly text: string;
      /** 0 to 1; a text where nobody knows it. */
      readonly confidence: number | string;
      readonly callParameters?: JsonObject;
    }
  /** Nothing came in time. `outbound` is the message that nobody replied to. */
  | { readonly kind: 'timeout'; readonly callParameters?: JsonObject; readonly outbound?: JsonObject }
  | { readonly kind: 'request-result'; readonly result: RequestResult }
  /** Twilio took the message (`failed: false`) or refused it; `outbound` is the message resource. */
  | { readonly kind: 'message-result'; readonly failed: boolean; readonly outbound: JsonObject }
  /** `inbound` is the raw messaging webhook: Body, From, To, MessageSid… */
  | { readonly kind: 'incoming-message'; readonly inbound: JsonObject; readonly outbound?: JsonObject }
  | { readonly kind: 'delivery-failure'; readonly outbound: JsonObject }
  /** What Twilio says of something outside: a documented event of the widget, and the variables that come with it. */
  | { readonly kind: 'outside-event'; readonly event: string; readonly data: JsonObject }
  /** The caller hung up. */
  | { readonly kind: 'hang-up'; readonly callParameters?: JsonObject }
  /** Somebody ended the execution through the REST API. */
  | { readonly kind: 'end' };
