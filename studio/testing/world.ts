/** What a server or a Function answers: 200 and no body unless said; a body that is no text goes as JSON. */
export type Answer =
  | { readonly status?: number; readonly contentType?: string; readonly body?: unknown }
  | { readonly failure: 'timeout' | 'network' | 'malformed-url' | 'too-large' };

/**
 * What answers at a URL. `url` is a regular expression, searched for anywhere in the URL; the first rule that matches
 * answers. One answer beside it holds for ever, a list of `answers` is used up in order.
 */
export type AnswerRule = { readonly url: string } & (Answer | { readonly answers: readonly Answer[] });

/** A request of the flow, as its widget makes it. */
export interface FlowRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly contentType: string;
  readonly body: string;
  /** The parameters by name; `body` or the URL's query carries the same values. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The world around an execution. Everything may be left out. */
export interface FlowWorld<Source = object> {
  /** Rules, or a function that answers; what neither answers (undefined) waits for `answer()`. */
  readonly http?: readonly AnswerRule[] | ((request: FlowRequest) => Answer | undefined);
  /** Subflows by `flow_sid` as it stands in the flow. */
  readonly subflows?: Readonly<Record<string, Source>>;
  /** What Liquid's `"now"` shows at the start, such as `2026-01-01T00:00:00Z`, which is what it shows otherwise. */
  readonly now?: string;
  /**
   * Widgets (`widget`, or `parentWidget/childWidget` inside a subflow) at which the flow stands still although nobody has to do
   * anything: while something is said, a message sent, a server asked. `goOn()` lets it go on.
   */
  readonly pauseAt?: readonly string[];
  /** Parameters from a parent: the flow runs as a subflow then, and comes in by `incomingParent`. */
  readonly parent?: Readonly<Record<string, unknown>>;
}

/** A call that comes in. */
export interface CallWorld<Source = object> extends FlowWorld<Source> {
  /** +14155550100 unless said. */
  readonly from?: string;
  /** +14155550199 unless said. */
  readonly to?: string;
  /** Further parameters of the webhook: `{ CallerCountry: 'US' }`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** A message that comes in, by itself or in a conversation. */
export interface MessageWorld<Source = object> extends CallWorld<Source> {
  readonly body?: string;
}

/** An execution that the REST API starts: `to` is the contact, `from` the number of Twilio's side. */
export interface RequestWorld<Source = object> extends FlowWorld<Source> {
  readonly from?: string;
  readonly to?: string;
  /** What the flow reads as `flow.data`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}
