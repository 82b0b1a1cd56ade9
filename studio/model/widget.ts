import type { State, Transition } from './flow-definition';
import type { Json, JsonObject } from './json';
import type { TriggerKind } from './execution';
import type { Choices } from './undocumented';
import type { Fact } from './unknowns';
import type { Input, Wait } from './wait';
import type { WidgetAnalysis } from './widget-analysis';

/** How one property of a widget is written in a definition; Studio coerces nothing. */
export interface PropertySpec {
  readonly type: 'string' | 'integer' | 'boolean' | 'parameters' | 'strings' | 'object' | 'array';
  readonly required?: boolean;
  /** Rendered by Liquid before use. Strings only. */
  readonly liquid?: boolean;
  /** An old export may hold a number instead of text; Studio still takes it. */
  readonly alsoInteger?: boolean;
  readonly enumeration?: readonly string[];
  /** What the text must look like, and what is said when it does not. */
  readonly pattern?: { readonly expression: RegExp; readonly message: string };
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * A visit to a widget: everything it may read while it runs. A widget never looks at the flow or the execution
 * itself, so each can be understood, and tested, alone.
 */
export interface Visit {
  readonly state: State;
  readonly triggerKind: TriggerKind | 'parent';
  readonly executionSid: string;
  /** What holds where Twilio documents nothing. */
  readonly choices: Choices;
  /** A string property, rendered; empty when absent. */
  readonly text: (property: string) => string;
  /** Any template, rendered. */
  readonly render: (template: string) => string;
  /** A template that must give an object: rendered, then parsed as JSON. Null, with warning 81027, when it is none. */
  readonly renderObject: (template: string, key: string) => JsonObject | null;
  /** A property as it stands in the definition. */
  readonly property: (name: string) => Json | undefined;
  /** What this widget stored the last time it ran. */
  readonly previous: JsonObject;
  /** A fact, which may hang on texts that nobody knows: what it comes to here. */
  readonly decide: (fact: Fact) => boolean;
  /** Whether an event leads anywhere. */
  readonly isWired: (event: string) => boolean;
  readonly warn: (code: number, message: string) => void;
}

/** What a visit comes to. */
export type Outcome =
  /** Leaves by `event`; `outputs` replace `widgets.<name>`; `variables` are merged into `flow.variables`. */
  | {
      readonly kind: 'leave';
      readonly event: string;
      readonly outputs?: JsonObject;
      readonly variables?: JsonObject;
      /** The very arrow taken, where several share the event (`match`). */
      readonly transition?: Transition;
      /** The conversation that the flow talks in from now on, for `flow.channel`. */
      readonly channel?: JsonObject;
      /** Somebody is on the line now who was not, or nobody is any more. */
      readonly call?: 'answered' | 'over';
    }
  | { readonly kind: 'wait'; readonly wait: Wait }
  | {
      readonly kind: 'run-subflow';
      readonly flowSid: string;
      readonly revision: string;
      readonly parameters: JsonObject;
    }
  /** The input means nothing to this widget: Studio ignores it with warning 81002. */
  | { readonly kind: 'ignore' };

/** One Twilio widget type: how it is written, how it runs, and what can be told without running it. One file each; `registry.ts` lists them. */
export interface Widget {
  readonly type: string;
  readonly properties: Readonly<Record<string, PropertySpec>>;
  readonly events: readonly string[];
  /** Needs a live call: Studio answers Twilio with TwiML here. Never entered after a hang-up. */
  readonly needsCall: boolean;
  /** Works without a call too, but where there is one it is answered with TwiML: not entered after a hang-up either. */
  readonly usesCall?: true;
  /** The kinds of trigger that it supports (https://www.twilio.com/docs/api/errors/81020); all when left out. */
  readonly startedBy?: readonly TriggerKind[];
  /** Twilio names only some of its properties: others pass without a warning. */
  readonly isOpen?: true;
  /** Twilio publishes neither its properties nor its events: those of the definition are taken as they are. */
  readonly isUnpublished?: true;
  readonly analysis: WidgetAnalysis;
  /** The widget starts to run. */
  readonly enter: (visit: Visit) => Outcome;
  /** An input arrives while it waits. Widgets that never wait have none. */
  readonly receive?: (visit: Visit, input: Input) => Outcome;
}
