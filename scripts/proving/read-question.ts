import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { FlowRevision } from '../../studio/model/execution';
import type { FlowDefinition } from '../../studio/model/flow-definition';
import type { Problem } from '../../studio/model/problem';
import { parseFlow } from '../../studio/parsing/parse-flow';
import type { ProofQuestion } from '../../studio/proof/question';

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

type Reading =
  | { readonly ok: true; readonly flow: FlowDefinition }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads a parent flow and the shipped Verify subflow. Every Run Subflow widget of the parent is taken to run that subflow:
 * it is the one that gives callers their proof.
 */
export async function readQuestion(options: QuestionOptions): Promise<QuestionResult> {
  const flows = path.join(options.projectDirectory, 'studio', 'flows');
  const [parent, subflow] = await Promise.all([
    readFlow(options.parentFile ?? path.join(flows, 'parent-ivr.json')),
    readFlow(path.join(flows, 'verify-subflow.json')),
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
    .map((widget) => `No widget is named "${widget}": protect one of ${names.join(', ')}.`);
}

async function readFlow(file: string): Promise<Reading> {
  const name = path.basename(file);
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { ok: false, problems: [`Cannot read the flow "${file}": ${reason}.`] };
  }
  const parsed = parseFlow(json, { allowPlaceholders: true });
  if (parsed.ok) return { ok: true, flow: parsed.flow };
  const isError = (problem: Problem): boolean => problem.severity === 'error';
  return {
    ok: false,
    problems: parsed.problems
      .filter(isError)
      .map((problem) => `${name}: ${problem.place}: ${problem.message}`),
  };
}
