import type { FlowDefinition } from '../../studio/model/flow-definition';
import { wireFlow } from '../../studio/wiring/wire-flow';
import type { Wiring } from '../../studio/wiring/wiring';
import type { Outputs } from './outputs';

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

/** The SIDs and URLs that a deployment has come to so far, as flows name them. */
export function wiringOf(outputs: Outputs): Wiring {
  const { serverlessServiceSid, environment, verifySubflowSid, verifySubflowRevision } = outputs;
  return {
    ...(serverlessServiceSid !== undefined && { serviceSid: serverlessServiceSid }),
    ...(environment !== undefined && { environmentSid: environment.sid }),
    functions: wiredFunctions(outputs),
    flows: verifySubflowSid === undefined ? {} : { 'verify-subflow': verifySubflowSid },
    ...(verifySubflowRevision !== undefined && {
      flowRevisions: { 'verify-subflow': String(verifySubflowRevision) },
    }),
  };
}

function wiredFunctions({ environment, functionSids = {} }: Outputs): Wiring['functions'] {
  if (environment === undefined) return {};
  return Object.fromEntries(
    Object.entries(functionSids).map(([path, sid]) => [
      path,
      { sid, url: `https://${environment.domain}${path}` },
    ]),
  );
}
