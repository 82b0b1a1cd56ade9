import type { Trigger, TriggerKind } from '../../model/execution';
import type { JsonObject } from '../../model/json';
import type { LoggedEdge } from '../explore';
import { questionOf } from '../decisions';
import type { Candidates } from './candidates';

/** How a call begins, when everything is known. */
export interface ConcreteTrigger {
  readonly trigger: Trigger;
  /** The number that the execution is about. */
  readonly caller: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Why no call script can begin so: the end of a sentence that begins with "because"; null when one can. */
  readonly obstacle: string | null;
}

const IVR_NUMBER = '+14155550199';
const HOUR = 3_600_000;
const HOURS_OF_A_WEEK = Array.from({ length: 7 * 24 }, (_hour, index) => index * HOUR);

/** Beginnings that are worth trying for a path, the plainest first. */
export function* triggersFor(
  kind: TriggerKind,
  path: readonly LoggedEdge[],
  { callers, objectsBelow }: Candidates,
): Generator<ConcreteTrigger> {
  for (const caller of callers) yield beginning(kind, caller, {}, 0);
  const [caller = ''] = callers;
  for (const parameters of objectsBelow(['trigger', kind])) yield beginning(kind, caller, parameters, 0);
  const hangsOnClock = path.some(({ decisions }) =>
    decisions.some((decision) => questionOf(decision).includes('the time of the call')),
  );
  if (hangsOnClock) for (const now of HOURS_OF_A_WEEK) yield beginning(kind, caller, {}, now);
}

function beginning(kind: TriggerKind, caller: string, parameters: JsonObject, now: number): ConcreteTrigger {
  const trigger: Trigger = { kind, parameters: { ...addressesOf(kind, caller), ...parameters } };
  const written = trigger.parameters[kind === 'request' ? 'to' : 'From'];
  return {
    trigger,
    caller: typeof written === 'string' ? written : caller,
    now,
    obstacle: obstacleTo(kind, caller, parameters, now),
  };
}

function addressesOf(kind: TriggerKind, caller: string): JsonObject {
  if (kind === 'request') return { from: IVR_NUMBER, to: caller, parameters: {} };
  if (kind !== 'call') return { From: caller, To: IVR_NUMBER };
  const call = { CallSid: `CA${'0'.repeat(32)}`, CallStatus: 'ringing', Direction: 'inbound' };
  return { From: caller, Caller: caller, To: IVR_NUMBER, ...call };
}

function obstacleTo(kind: TriggerKind, caller: string, parameters: JsonObject, now: number): string | null {
  if (kind !== 'call') return 'it does not begin with a call';
  const others = Object.keys(parameters);
  if (others.length > 0)
    return `it takes a call with ${others.map((key) => `a certain ${key}`).join(' and ')}`;
  if (now !== 0) return 'it takes a call at a certain time';
  return caller !== '' && !/^\+\d+$|^anonymous$/.test(caller) ? `it takes a call from "${caller}"` : null;
}
