import type { FlowDefinition } from '../../../studio/model/flow-definition';
import type { Drift } from './drift';
import type { Decision } from '../plan/plan';
import { widgetDifferences } from './widget-difference';
import { differenceLines } from './widget-difference-lines';

/**
 * What publishing over a drifted flow would undo: the repository's definition (left) beside what the account has (right),
 * as a table. One line says so when there is nothing to see.
 */
export function driftLines(drift: Drift, wanted: FlowDefinition): string[] {
  if (drift.definition === null) return ['Its definition cannot be read here: look at it in the console.'];
  const lines = differenceLines(widgetDifferences(wanted, drift.definition));
  return lines.length === 0 ? ['Its content is what this repository has.'] : lines;
}

/** Why a drifted flow is left as it is, what would be lost, and what can be done about it. */
export function blockedByDrift(drift: Drift, wanted: FlowDefinition): Decision {
  return {
    action: 'blocked',
    reason: `${drift.reason}; npm run pull brings it into the repository, --overwrite publishes over it`,
    details: driftLines(drift, wanted),
  };
}
