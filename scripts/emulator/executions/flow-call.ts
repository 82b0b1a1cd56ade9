import type { Input } from '../../../studio/model/wait';
import type { ExecutionListener } from './execution-events';

/** A call that a Make Outgoing Call widget wants made. */
export interface FlowCall {
  readonly executionSid: string;
  readonly from: string;
  readonly to: string;
  /** How long the phone may ring, in seconds. */
  readonly timeoutSeconds: number;
}

/**
 * Makes a call for an execution, and tells the execution what becomes of it. Returns who hears of the execution from then
 * on: the call, which says and collects what the flow wants.
 */
export type PlaceFlowCall = (wanted: FlowCall, tell: (input: Input) => void) => ExecutionListener;

/** Seconds (https://www.twilio.com/docs/studio/widget-library/make-outgoing-call). */
const DEFAULT_TIMEOUT = 60;

/** The call that a widget asks for, by the properties of its wait. */
export function flowCallOf(executionSid: string, asks: Readonly<Record<string, unknown>>): FlowCall {
  const { from, to, timeout } = asks;
  return {
    executionSid,
    from: typeof from === 'string' ? from : '',
    to: typeof to === 'string' ? to : '',
    timeoutSeconds: typeof timeout === 'number' && timeout > 0 ? timeout : DEFAULT_TIMEOUT,
  };
}
