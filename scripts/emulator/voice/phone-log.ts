import type { Call } from '../entities/call';
import type { TwimlNote } from '../twiml/verbs';
import { type Heard, heardOf } from './heard';
import type { CallLine } from './call-line';

/** A call that reached a phone, as its owner remembers it. */
export interface ReceivedCall {
  readonly sid: string;
  readonly from: string;
  /** As it is now. */
  readonly status: () => Call['status'];
  /** What was heard so far; what began counts, also when it was cut short. */
  readonly heard: readonly Heard[];
  /** What Twilio would write into the call's log, and what is not imitated. */
  readonly notes: readonly TwimlNote[];
}

/** A received call while it is being written. */
export interface OpenReceivedCall extends ReceivedCall {
  readonly heard: Heard[];
  readonly notes: TwimlNote[];
}

/** Nothing heard yet. */
export function newReceivedCall(call: Call): OpenReceivedCall {
  return { sid: call.sid, from: call.from, status: () => call.status, heard: [], notes: [] };
}

/** Writes down whatever is heard on the line from now on. */
export function listenTo(line: CallLine, received: OpenReceivedCall): void {
  line.listen((event) => {
    if (event.kind === 'speaking') received.heard.push(...heardOf(event.speech));
  });
}

/** Presses the keys of a list, one entry for each time that somebody asks for keys; an empty entry is silence. */
export function pressKeys(line: CallLine, keys: readonly string[]): void {
  const waiting = [...keys];
  line.listen((event) => {
    if (event.kind === 'listening') line.press(waiting.shift() ?? '');
  });
}
