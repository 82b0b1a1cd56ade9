import type { JsonObject } from './json';

/**
 * A Studio flow definition, as the Studio REST API and the console's "Show Flow JSON" give it.
 * Keys are Twilio's own (wire data): https://www.twilio.com/docs/studio/rest-api/v2/schemas
 */
export interface FlowDefinition {
  readonly description: string;
  readonly initial_state: string;
  readonly states: readonly State[];
  readonly flags?: { readonly allow_concurrent_calls: boolean };
}

/** One widget on the canvas. `name` is unique in its flow. */
export interface State {
  readonly name: string;
  readonly type: string;
  readonly transitions: readonly Transition[];
  readonly properties: JsonObject;
}

/** An arrow that leaves a widget. Without `next` the branch ends there. */
export interface Transition {
  readonly event: string;
  readonly next?: string;
  /** On `split-based-on` only: what must hold for this arrow to be taken. */
  readonly conditions?: readonly Condition[];
}

/** One predicate of a `match` transition. `arguments` holds exactly one template in every flow seen. */
export interface Condition {
  readonly friendly_name: string;
  readonly arguments: readonly string[];
  readonly type: string;
  /** Left out only for `is_blank` and `is_not_blank`, which do not look at it. */
  readonly value?: string;
}

/** A key and its template: how Run Function, HTTP Request, Run Subflow and Set Variables carry parameters. */
export interface Parameter {
  readonly key: string;
  readonly value: string;
  /** `json_object` parses the rendered value; anything else leaves it a string. */
  readonly type?: string;
}
