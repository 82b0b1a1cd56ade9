import type { FlowDefinition } from './flow-definition';
import type { JsonObject } from './json';
import type { Choices } from './undocumented';
import type { Unknowns } from './unknowns';
import type { Wait } from './wait';

/** Which door an execution came in by; also the key of its webhook parameters under `trigger`. */
export type TriggerKind = 'call' | 'message' | 'conversation' | 'request';

/** What starts an execution: the raw webhook parameters (or, for `request`, `{from, to, parameters}`). */
export interface Trigger {
  readonly kind: TriggerKind;
  readonly parameters: JsonObject;
}

/**
 * One running flow: the parent, or the subflow that runs inside it. Each has its own `flow.variables` and
 * `widgets`; both see the same trigger.
 */
export interface Frame {
  readonly flowSid: string;
  /** The revision's number, settled when the frame was entered. */
  readonly revision: string;
  /** The widget that is running or waiting. */
  readonly widget: string;
  /** `flow.variables.*` */
  readonly variables: JsonObject;
  /** `widgets.*` */
  readonly widgets: JsonObject;
  /** `trigger.parent` of a subflow; null in a parent. */
  readonly parent: JsonObject | null;
  /** What `flow.channel` holds of a conversation that a widget has opened; left out before. */
  readonly channel?: JsonObject;
  /** Of a subflow that was entered when the call was over; left out elsewhere. */
  readonly beganAfterCall?: boolean;
}

/** How an execution ended. `failed` is Studio stopping it: a limit, or a widget that cannot be run. */
export type Ending =
  | { readonly outcome: 'completed' }
  | { readonly outcome: 'hung-up' }
  | { readonly outcome: 'stopped' }
  | { readonly outcome: 'failed'; readonly code: number | null; readonly message: string };

/**
 * An execution between two waits: plain JSON, so that it can be stored, compared, and explored. It holds only
 * what decides what can happen next; what did happen is in the log that `start` and `resume` return beside it.
 */
export interface Execution {
  readonly sid: string;
  readonly trigger: Trigger;
  /** The parent first; the last one runs. Never more than two: subflows do not nest
   *  (https://www.twilio.com/docs/studio/subflows). */
  readonly frames: readonly Frame[];
  /** Steps taken so far, subflows included. */
  readonly steps: number;
  /** How often the current widget has run in a row. */
  readonly consecutiveRuns: number;
  /** True from the moment there was a call: the one that came in, or one that a widget made and somebody answered. */
  readonly hasCall: boolean;
  /** True once the caller hung up: no widget that needs the call runs any more. */
  readonly isCallOver: boolean;
  /** Null once ended. */
  readonly wait: Wait | null;
  readonly ending: Ending | null;
}

/** A step that ended: one line of Studio's log. */
export interface StepEntry {
  readonly kind: 'step';
  readonly flowSid: string;
  /** `widget`, or `parentWidget/childWidget` inside a subflow. */
  readonly widget: string;
  readonly type: string;
  readonly event: string;
  /** The next widget, named like `widget`; null where the branch ends. */
  readonly next: string | null;
  /** The frames as they were when the step ended, shared with the execution: `contextOf` renders them. */
  readonly frames: readonly Frame[];
}

/** A warning with Twilio's own code (https://www.twilio.com/docs/api/errors). */
export interface WarningEntry {
  readonly kind: 'warning';
  readonly code: number;
  readonly message: string;
  readonly widget: string;
}

/** What happened during one `start` or `resume`, in order. */
export type LogEntry = StepEntry | WarningEntry;

/** What `start` and `resume` give back. */
export interface Progress {
  readonly execution: Execution;
  readonly log: readonly LogEntry[];
}

/** A definition and the number it was published under. */
export interface FlowRevision {
  readonly revision: string;
  readonly definition: FlowDefinition;
}

/** Where flows come from, and what an execution may ask of the world while it runs without waiting. */
export interface Surroundings {
  /**
   * A flow at a revision (`LatestPublished`, `LatestDraft`, or a number), or undefined when there is none. Answers
   * the same definition for the same number for ever: an execution keeps the number, never the definition.
   */
  readonly findFlow: (flowSid: string, revision: string) => FlowRevision | undefined;
  /** The time that Liquid's `"now"` shows, in milliseconds since 1970. */
  readonly now: () => number;
  /** A new SID with the prefix: FT for a step. */
  readonly newSid: (prefix: string) => string;
  /** What holds where Twilio documents nothing; `CHOICES` when left out. */
  readonly choices?: Choices;
  /** How values that nobody knows are dealt with; left out where there are none. */
  readonly unknowns?: Unknowns;
}
