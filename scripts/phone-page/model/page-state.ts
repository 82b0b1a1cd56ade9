import type { Entry } from '../../terminal-phone/entry';

/** All that the page shows, as plain data. Times are in milliseconds since 1970 of the local Twilio's clock. */
export interface PageState {
  readonly setting: Setting;
  readonly clock: ClockView;
  /** The call under way or the last one; null before the first. */
  readonly call: PageCall | null;
  /** What reached phones, newest first. */
  readonly messages: readonly TextMessage[];
  /** Newest first; at most `LOG_LENGTH` rows. */
  readonly log: readonly LogRow[];
  readonly breakages: readonly BreakageView[];
  /** Changes when the flows do: the picture is then out of date. */
  readonly flowsVersion: number;
}

/** Something that can be broken, and whether it is. */
export interface BreakageView {
  readonly id: string;
  /** What breaks: a heading over several of them. */
  readonly group: string;
  readonly name: string;
  /** What is different, in a sentence. */
  readonly does: string;
  /** What the next caller hears then: a part of what the IVR says. */
  readonly hears: string;
  readonly isOn: boolean;
}

/** What runs where. */
export interface Setting {
  readonly ivrNumber: string;
  readonly ownNumber: string;
  /** `http://127.0.0.1:4010` */
  readonly restUrl: string;
}

/** The clock, and what waiting there is to skip. */
export interface ClockView {
  /** Milliseconds that it was put forward. */
  readonly ahead: number;
  /** When something happens next by itself; null: nothing does. */
  readonly nextAt: number | null;
  /** A Function or another program is at work: no time can be skipped. */
  readonly isBusy: boolean;
}

/** A widget of a flow, as the picture names both. */
export interface Place {
  readonly flow: string;
  readonly widget: string;
}

/** An arrow that a call took; `to` is null where a branch ended. */
export interface PageStep extends Place {
  readonly event: string;
  readonly to: string | null;
}

/** A request of the flow to a Function. */
export interface FunctionRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly milliseconds: number;
  readonly parameters: readonly Fact[];
  readonly answer: readonly Fact[];
}

/** A name and its value, both other people's text. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** A call as it can be watched. */
export interface PageCall {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly startedAt: number;
  /** Null while it lasts. */
  readonly endedAt: number | null;
  readonly isAnswered: boolean;
  /** The running widget; in a subflow, the one that runs it first. */
  readonly at: readonly Place[];
  /** What is being said; null while nobody speaks. */
  readonly speaking: Speaking | null;
  /** The line takes keys. */
  readonly isListening: boolean;
  /** Keys pressed and not yet taken. */
  readonly typed: string;
  readonly entries: readonly Entry[];
  readonly steps: readonly PageStep[];
  readonly requests: readonly FunctionRequest[];
  readonly variables: readonly Fact[];
}

/** Something that is being said since a moment, for some seconds. */
export interface Speaking {
  readonly text: string;
  readonly language: string;
  readonly since: number;
  readonly seconds: number;
}

/** A message on the phone that it was sent to, code included. */
export interface TextMessage {
  readonly sid: string;
  readonly channel: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly at: number;
  /** The code in it; empty without one. */
  readonly code: string;
}

/** One line of the log. Numbers and codes in it are masked. */
export interface LogRow {
  readonly id: string;
  readonly kind: 'call' | 'text' | 'verification' | 'request' | 'function';
  readonly at: number;
  readonly title: string;
  readonly status: string;
  readonly tone: 'good' | 'bad' | 'plain';
  /** How long it took; null where that says nothing. */
  readonly milliseconds: number | null;
  readonly details: readonly Fact[];
}
