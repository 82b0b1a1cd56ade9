import path from 'node:path';

import type { FlowRevision } from '../../studio/model/execution';
import type { FlowDefinition } from '../../studio/model/flow-definition';
import type { ProofQuestion } from '../../studio/proof/question';
import { formatPlaceholder } from '../../studio/wiring/placeholder';
import { readFlowFile } from './read-flow-file';

const SUBFLOW_PLACEHOLDER = formatPlaceholder({ kind: 'FLOW_SID', flow: 'verify-subflow' });

/** Which flows to prove. */
export interface QuestionOptions {
  /** Absolute path of the project, for the shipped flows. */
  readonly projectDirectory: string;
  /** A parent flow of one's own; the shipped one when left out. */
  readonly parentFile?: string;
  readonly protectedWidgets: readonly string[];
  /** The SID (FW…) that the shipped subflow has in the account from which the parent was exported; placeholders need none. */
  readonly subflowSid?: string;
}

/** The question, or every problem of the flows as a sentence. */
export type QuestionResult =
  | { readonly kind: 'question'; readonly question: ProofQuestion }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/**
 * Reads a parent flow and the shipped Verify subflow. A Run Subflow widget runs the shipped subflow if it has our placeholder, or the
 * SID that is said to be the subflow's; any other runs somebody else's, of which nothing is known.
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
  const revision: FlowRevision = { revision: '1', definition: subflow.flow };
  const ours = [SUBFLOW_PLACEHOLDER, ...(options.subflowSid === undefined ? [] : [options.subflowSid])];
  return {
    kind: 'question',
    question: {
      parent: { revision: '1', definition: parent.flow },
      subflows: new Map(ours.map((sid) => [sid, revision])),
      protectedWidgets: options.protectedWidgets,
    },
  };
}

/** Widgets of the reply flow that only a verified person may come to. */
const APPROVED_BY_REPLY = ['result_approved_by_text', 'result_approved_by_call'];

/** The same for the flow that takes a code by reply: it runs no other. */
export async function readReplyQuestion(projectDirectory: string): Promise<QuestionResult> {
  const reading = await readFlowFile(path.join(projectDirectory, 'studio', 'flows', 'otp-by-reply.json'));
  if (!reading.ok) return { kind: 'problems', problems: reading.problems };
  const problems = problemsOf(reading.flow, { projectDirectory, protectedWidgets: APPROVED_BY_REPLY });
  if (problems.length > 0) return { kind: 'problems', problems };
  const parent: FlowRevision = { revision: '1', definition: reading.flow };
  return {
    kind: 'question',
    question: { parent, subflows: new Map(), protectedWidgets: APPROVED_BY_REPLY },
  };
}

/** A proof about a widget that is not there would prove nothing. */
function problemsOf(parent: FlowDefinition, { protectedWidgets, subflowSid }: QuestionOptions): string[] {
  const names = parent.states.map((state) => state.name);
  const unknown = protectedWidgets
    .filter((widget) => !names.includes(widget))
    .map((widget) => `No widget is named "${widget}": say --protect with one of ${names.join(', ')}.`);
  const runs = parent.states.map(({ properties }) => properties['flow_sid']);
  const isRun = subflowSid === undefined || runs.includes(subflowSid);
  return isRun
    ? unknown
    : [...unknown, `No widget runs the subflow ${subflowSid}: say --subflow with its flow_sid.`];
}
