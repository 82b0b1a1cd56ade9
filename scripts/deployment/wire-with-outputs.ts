import type { FlowDefinition } from '../../studio/model/flow-definition';
import { wireFlow } from '../../studio/wiring/wire-flow';
import type { Wiring } from '../../studio/wiring/wiring';
import type { FunctionsOutputs, Outputs } from './outputs';

/** A definition with SIDs and URLs in place, or what is not known yet. */
export type WiredDefinition =
  | { readonly kind: 'wired'; readonly definition: FlowDefinition }
  | { readonly kind: 'unknown'; readonly reasons: readonly string[] };

/** Wires a definition with what the deployment has come to so far. */
export function wireWithOutputs(definition: FlowDefinition, outputs: Outputs): WiredDefinition {
  const result = wireFlow(definition, wiringOf(outputs));
  return result.ok
    ? { kind: 'wired', definition: result.definition }
    : { kind: 'unknown', reasons: result.problems.map((problem) => problem.message) };
}

function wiringOf(outputs: Outputs): Wiring {
  const { functions, verifySubflowSid, verifySubflowRevision } = outputs;
  return {
    ...(functions && { serviceSid: functions.serviceSid, environmentSid: functions.environmentSid }),
    functions: functions ? wiredFunctions(functions) : {},
    flows: verifySubflowSid === undefined ? {} : { 'verify-subflow': verifySubflowSid },
    flowRevisions:
      verifySubflowRevision === undefined ? {} : { 'verify-subflow': String(verifySubflowRevision) },
  };
}

function wiredFunctions(functions: FunctionsOutputs): Wiring['functions'] {
  return Object.fromEntries(
    Object.entries(functions.functionSids).map(([path, sid]) => [
      path,
      { sid, url: `https://${functions.domain}${path}` },
    ]),
  );
}
