import type { JsonObject } from '../model/json';
import type { Trigger } from '../model/execution';
import type { RequestResult } from '../model/wait';

/**
 * A world for one execution of a flow, told in advance: how it begins, what people do and what happens outside, what
 * servers answer. Written as JSON; `parseFlowScript` reads it.
 */
export interface FlowScript {
  readonly trigger: Trigger;
  /** `trigger.parent` of a flow that runs alone although it is a subflow; null when it is none. */
  readonly parent: JsonObject | null;
  readonly inputs: readonly ScriptInput[];
  readonly http: readonly AnswerRule[];
  /** Files of subflows by `flow_sid` as it stands in the flow; whoever reads files brings the definitions. */
  readonly subflows: Readonly<Record<string, string>>;
  /** What Liquid's `"now"` shows, in milliseconds since 1970; it stands still. */
  readonly now: number;
}

/**
 * What somebody does. Each is taken by the first wait that it fits; waits that nobody has to do anything for (something is
 * said, a message is sent, a server asked) go on by themselves, unless the next input is for them.
 *
 * - `digits`, `speech`: at a gather. `reply`: to Send & Wait For Reply. `timeout`: nothing comes in time.
 * - `event`: what a widget is told, by the name of its event, with the variables that come with it.
 * - `hangup`: the caller goes, at the very next wait of the call.
 */
export type ScriptInput =
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'speech'; readonly text: string; readonly confidence: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'reply'; readonly body: string; readonly data: JsonObject }
  | { readonly kind: 'event'; readonly event: string; readonly data: JsonObject }
  | { readonly kind: 'hangup' };

/** What a server or a Function answers when its URL matches. */
export interface AnswerRule {
  /** Searched for anywhere in the URL. */
  readonly url: RegExp;
  /** Used up in order; a rule with `repeats` gives its last one for ever. */
  readonly answers: readonly RequestResult[];
  readonly repeats: boolean;
}
