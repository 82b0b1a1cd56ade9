import type { FlowDefinition } from '../../../studio/model/flow-definition';
import type { ProofLimits } from '../../../studio/proof/proof-limits';
import type { ProofQuestion } from '../../../studio/proof/question';
import { formatPlaceholder } from '../../../studio/wiring/placeholder';
import { shippedFlow } from '../wiring/shipped-flows';

/** More than enough for flows as small as these; nothing here looks at a clock. */
export const LIMITS: ProofLimits = { states: 20_000, isTimeUp: () => false, stopsAtFirst: true };

/** Asks for a proof of a parent around the shipped subflow, or another in its place. */
export function questionOf(
  parent: FlowDefinition,
  subflow: FlowDefinition = shippedFlow('verify-subflow'),
): ProofQuestion {
  const sid = formatPlaceholder({ kind: 'FLOW_SID', flow: 'verify-subflow' });
  return {
    parent: { revision: '1', definition: parent },
    subflows: new Map([[sid, { revision: '1', definition: subflow }]]),
    protectedWidgets: ['success'],
  };
}
