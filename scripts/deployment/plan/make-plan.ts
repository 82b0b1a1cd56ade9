import type { Have } from '../have';
import type { Outputs } from '../outputs';
import type { Decision, Plan, PlannedStep } from './plan';
import { resourcesFor } from '../resources/registry';
import type { Want } from '../want';
import { withoutSecrets } from '../requests/without-secrets';

/** What deploying would do. Pure: the same want and have always give the same plan. */
export function makePlan(want: Want, have: Have): Plan {
  let known: Outputs = {};
  const steps = resourcesFor(want).map((resource): PlannedStep => {
    const situation = { want, have, known };
    const decision = resource.decide(situation);
    known = { ...known, ...resource.outputs(situation, decision) };
    return { kind: resource.kind, name: resource.name(want), ...shown(decision) };
  });
  return { steps };
}

/** Reasons quote what the account holds. */
function shown({ details, ...decision }: Decision): Decision {
  const reason = withoutSecrets(decision.reason);
  return { ...decision, reason, ...(details && { details: details.map(withoutSecrets) }) };
}
