import { flowOfUrl } from '../executions/flow-url';
import type { Executions } from '../executions/executions';
import type { Webhooks } from '../executions/webhooks';
import type { Store } from '../store';
import { startFlow } from './flow-program';
import type { InstructionsUrl, LiveCall } from './program';
import { TwimlProgram } from './twiml-program';

/** What an application can be asked with, by TwiML or by a flow. */
export interface InstructionsWorld {
  readonly store: Store;
  readonly webhooks: Webhooks;
  /** Without it, no address is a flow. */
  readonly executions?: Executions;
}

/** Where a call gets its instructions from: an address, a document at hand, or whoever takes the call over. */
export type Instructions =
  InstructionsUrl | { readonly twiml: string } | { readonly take: (live: LiveCall) => void };

/** Hands a live call to its instructions; what was said or collected before is cut short. */
export function follow(world: InstructionsWorld, live: LiveCall, instructions: Instructions): void {
  live.line.interrupt();
  if ('take' in instructions) {
    instructions.take(live);
    return;
  }
  const program = new TwimlProgram(live, {
    accountSid: world.store.account.sid,
    webhooks: world.webhooks,
    enterFlow: (entering, url) => enterFlow(world, entering, url),
  });
  live.hand(program);
  if ('twiml' in instructions) program.run(instructions.twiml);
  else program.fetch(instructions);
}

function enterFlow({ store, executions }: InstructionsWorld, live: LiveCall, url: string): boolean {
  const flow = flowOfUrl(store, url);
  if (flow === undefined || executions === undefined) return false;
  startFlow({ store, executions }, live, flow);
  return true;
}
