import type { Problem } from '../model/problem';
import type { CheckedFlow } from './checked-flow';

/** A problem before the table has added the name of its rule. */
export type Finding = Omit<Problem, 'rule'>;

/** One rule about flows: pure, never throws, gives everything it finds. The table sorts. */
export type Check = (flow: CheckedFlow) => readonly Finding[];

/** The flow cannot do at run time what it says. */
export function error(place: string, message: string): Finding {
  return { severity: 'error', place, message };
}

/** The flow runs, but hardly as it was meant, or only while all goes well. */
export function warning(place: string, message: string): Finding {
  return { severity: 'warning', place, message };
}
