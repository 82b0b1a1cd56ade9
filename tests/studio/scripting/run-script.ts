import type { FlowDefinition } from '../../../studio/model/flow-definition';
import type { FlowResult } from '../../../studio/scripting/flow-result';
import { parseFlowScript } from '../../../studio/scripting/parse-flow-script';
import { runFlowScript } from '../../../studio/scripting/run-flow-script';
import { CALLER, flow, IVR, state } from '../../support/flows';
import { say } from '../../support/widgets';

const call = { call: { From: CALLER, To: IVR } };

/** A gather that asks again after silence and says good-bye after a key. */
export const asking = flow(
  state('ask', 'gather-input-on-call', { say: 'One or two?' }, { keypress: 'bye', timeout: 'ask' }),
  say('bye'),
);

/** Runs a flow under a script as JSON has it; from a call unless it says otherwise. */
export function run(
  definition: FlowDefinition,
  script: Readonly<Record<string, unknown>>,
  subflows: Readonly<Record<string, FlowDefinition>> = {},
): FlowResult {
  const parsed = parseFlowScript({ trigger: call, ...script });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return runFlowScript({ definition, subflows }, parsed.script);
}
