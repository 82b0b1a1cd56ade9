import { outputsOf } from '../../interpreter/context';
import { isJsonObject, type Json, type JsonObject } from '../../model/json';
import { type Arrival, stepsIn } from '../arrival';
import type { ProofQuestion } from '../question';
import { verifyFunctionOf } from '../verify-functions';
import type { Property } from './property';

/** What the Verify subflow may return as its status (studio/README.md). */
const STATUSES = [
  'approved',
  'max_attempts_reached',
  'expired',
  'no_input',
  'invalid_number',
  'unreachable',
  'rate_limited',
  'error',
];

/** Whoever runs the subflow can rely on its answer, on every path. */
export const subflowContract: Property = {
  name: 'subflow-contract',
  statement:
    'every path of the subflow returns status, verified, to, attempts and proof; verified is "true" exactly when approved, and proof blank otherwise',
  violation: (arrival, question) => {
    const completed = stepsIn(arrival).find(
      (step) => step.type === 'run-subflow' && step.event === 'completed',
    );
    const frame = completed?.frames[0];
    if (completed === undefined || frame === undefined || !runsVerify(question, completed.widget))
      return null;
    return brokenPart(arrival, outputsOf(frame, completed.widget));
  },
};

/** Other subflows have contracts of their own: ours is known by the functions that it calls. */
function runsVerify({ parent, subflows }: ProofQuestion, widget: string): boolean {
  const state = parent.definition.states.find((candidate) => candidate.name === widget);
  const sid = state?.properties['flow_sid'];
  const subflow = typeof sid === 'string' ? subflows.get(sid) : undefined;
  const urls = subflow?.definition.states.map((inner) => inner.properties['url']) ?? [];
  return urls.some((url) => typeof url === 'string' && verifyFunctionOf(url) === 'check');
}

/** The number that the subflow was given, as its last step saw it. */
function givenNumber(arrival: Arrival): Json | undefined {
  const inner = stepsIn(arrival).findLast((step) => step.frames.length > 1);
  const parameters = inner?.frames.at(-1)?.parent?.['parameters'];
  return isJsonObject(parameters) ? parameters['to'] : undefined;
}

function brokenPart(arrival: Arrival, result: JsonObject): string | null {
  for (const key of ['status', 'verified', 'to', 'attempts', 'proof']) {
    if (typeof result[key] !== 'string')
      return `the subflow returns no "${key}" on this path: set it at the end of every branch`;
  }
  if (typeof result['attempts'] !== 'string' || !/^\d+$/.test(result['attempts']))
    return 'the subflow returns attempts that are no number: count the codes that were keyed in';
  if (result['to'] !== givenNumber(arrival))
    return 'the subflow returns another "to" than it was given: return that';
  return brokenStatus(arrival, result);
}

function brokenStatus(
  { world, caller }: Arrival,
  { status, verified, to, proof }: JsonObject,
): string | null {
  if (typeof status !== 'string' || !STATUSES.includes(status))
    return `the subflow returns a status that the contract does not know`;
  if (verified !== String(status === 'approved'))
    return `the subflow returns verified ${JSON.stringify(verified)} with status "${status}"`;
  if (proof !== '' && status !== 'approved') return `the subflow returns a proof with status "${status}"`;
  if (status === 'approved' && world.approvedNumber === '')
    return 'the subflow returns "approved" although Verify approved nothing';
  return to === caller || status !== 'approved' ? null : 'the subflow returns "approved" for another number';
}
