import { outputsOf } from '../../interpreter/context';
import { isJsonObject, type Json } from '../../model/json';
import { type Arrival, stepsIn } from '../arrival';
import type { ProofQuestion } from '../question';
import { verifyFunctionOf } from '../verify-functions';
import type { Property } from './property';
import { brokenPart } from './verify-result';

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
    return brokenPart(arrival, 'the subflow', outputsOf(frame, completed.widget), givenNumber(arrival));
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
