import type { FlowExecution } from '../../../../scripts/emulator/entities/flow';
import {
  startByRequest,
  type StartByRequestResult,
} from '../../../../scripts/emulator/executions/start-by-request';
import { CALLER, FLOW_SID, IVR } from '../../../support/flows';
import type { PhoneWorld } from '../../../support/phone-world';

/** Starts the world's flow as the REST API does. */
export function start(world: PhoneWorld, to = CALLER): StartByRequestResult {
  const published = world.store.flows.get(FLOW_SID);
  if (published === undefined) throw new Error('The world has no flow');
  return startByRequest(world, published, { to, from: IVR, parameters: { a: 1 } });
}

/** The execution that was started. */
export function started(world: PhoneWorld, to?: string): FlowExecution {
  const result = start(world, to);
  if (result.status !== 'started') throw new Error(`The flow did not start: ${result.status}`);
  return result.execution;
}

/** Its steps, as `widget event`. */
export function stepsOf(execution: FlowExecution): string[] {
  return execution.steps.map(({ widget, event }) => `${widget} ${event}`);
}
