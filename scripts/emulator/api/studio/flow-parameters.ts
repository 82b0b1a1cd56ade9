import type { FlowDefinition } from '../../../../studio/model/flow-definition';
import type { Problem } from '../../../../studio/model/problem';
import { parseFlow } from '../../../../studio/parsing/parse-flow';
import type { FlowRevisionRecord } from '../../entities/flow';
import type { Answer } from '../answers';
import type { Parameters } from '../parameters';
import { invalidDefinition, invalidParameter } from './errors';

/** What creating, updating and validating a flow send, when all of it can be used. */
export interface FlowParameters {
  readonly friendlyName: string;
  readonly status: FlowRevisionRecord['status'];
  readonly commitMessage: string | null;
  readonly definition: FlowDefinition;
  /** What is doubtful in the definition. */
  readonly warnings: readonly Problem[];
}

/** The parameters, or the error that answers them. */
export type FlowParametersResult =
  | { readonly ok: true; readonly parameters: FlowParameters }
  | { readonly ok: false; readonly answer: Answer };

/**
 * Reads the parameters of a flow; what an update leaves out is as in `before`.
 * Not public: whether Studio keeps a draft that fails validation. Here it does not, like a published one.
 */
export function readFlowParameters(form: Parameters, before?: FlowRevisionRecord): FlowParametersResult {
  const status = form.text('Status');
  if (status !== 'draft' && status !== 'published') {
    return { ok: false, answer: invalidParameter('Status', 'it must be draft or published') };
  }
  const parsed = parseFlow(
    form.optional('Definition') === undefined ? before?.definition : form.json('Definition'),
  );
  if (!parsed.ok) return { ok: false, answer: invalidDefinition(parsed.problems) };
  return {
    ok: true,
    parameters: {
      friendlyName: form.optional('FriendlyName') ?? before?.friendlyName ?? '',
      status,
      commitMessage: form.optional('CommitMessage') ?? null,
      definition: parsed.flow,
      warnings: parsed.problems,
    },
  };
}
