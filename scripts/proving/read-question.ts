import path from 'node:path';

import type { FlowRevision } from '../../studio/model/execution';
import type { FlowDefinition } from '../../studio/model/flow-definition';
import type { ProofQuestion } from '../../studio/proof/question';
import { readFlowFile } from './read-flow-file';

/** Which flows to prove. */
export interface QuestionOptions {
  /** Absolute path of the project, for the shipped flows. */
  readonly projectDirectory: string;
  /** A parent flow of one's own; the shipped one when left out. */
  readonly parentFile?: string;
  readonly protectedWidgets: readonly string[];
}

/** The question, or every problem of the flows as a sentence. */
export type QuestionResult =
  | { readonly kind: 'question'; readonly question: ProofQuestion }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/**
 * Reads a parent flow and the shipped Verify subflow. Every Run Subflow widget of the parent is taken to run that subflow:
 * it is the one that gives callers their proof.
 */
export async function readQuestion(options: QuestionOptions): Promise<QuestionResult> {
  const flows = path.join(options.projectDirectory, 'studio', 'flows');
  const [parent, subflow] = await Promise.all([
    readFlowFile(options.parentFile ?? path.join(flows, 'parent-ivr.json')),
    readFlowFile(path.join(flows, 'verify-subflow.json')),
  ]);
  if (!parent.ok || !subflow.ok) {
    return {
      kind: 'problems',
      problems: [parent, subflow].flatMap((reading) => (reading.ok ? [] : reading.problems)),
    };
  }
  const problems = problemsOf(parent.flow, options);
  if (problems.length > 0) return { kind: 'problems', problems };
  const sids = parent.flow.states
    .filter((state) => state.type === 'run-subflow')
    .map((state) => state.properties['flow_sid']);
  const revision: FlowRevision = { revision: '1', definition: subflow.flow };
  return {
    kind: 'question',
    question: {
      parent: { revision: '1', definition: parent.flow },
      subflows: new Map(sids.flatMap((sid) => (typeof sid === 'string' ? [[sid, revision] as const] : []))),
      protectedWidgets: options.protectedWidgets,
    },
  };
}

/** A proof about a widget that is not there would prove nothing. */
function problemsOf(parent: FlowDefinition, { protectedWidgets }: QuestionOptions): string[] {
  const names = parent.states.map((state) => state.name);
  return protectedWidgets
    .filter((widget) => !names.includes(widget))
    .map((widget) => `No widget is named "${widget}": say --protect with one of ${names.join(', ')}.`);
}
