import { flowOfUrl, parametersIn } from '../executions/flow-url';
import type { Executions } from '../executions/executions';
import type { Webhooks } from '../executions/webhooks';
import { mayStart } from '../executions/rates';
import type { Store } from '../store';
import type { Clock } from '../time/clock';
import type { FlowOnCallWorld, TakeBack } from './flow-on-call';
import { startFlow } from './flow-program';
import type { InstructionsUrl, LiveCall } from './program';
import { type Entering, TwimlProgram } from './twiml-program';

/** What an application can be asked with, by TwiML or by a flow. */
export interface InstructionsWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly webhooks: Webhooks;
  /** Without it, no address is a flow. */
  readonly executions?: Executions;
}

/** Where a call gets its instructions from: an address, a document at hand, or whoever takes the call over. */
export type Instructions =
  InstructionsUrl | { readonly twiml: string } | { readonly take: (live: LiveCall) => void };

/** Hands a live call to its instructions; what was said or collected before is cut short. */
export function follow(
  world: InstructionsWorld,
  live: LiveCall,
  instructions: Instructions,
  takeBack: TakeBack = () => false,
): void {
  live.line.interrupt();
  if ('take' in instructions) {
    instructions.take(live);
    return;
  }
  const program = new TwimlProgram(live, {
    accountSid: world.store.account.sid,
    webhooks: world.webhooks,
    enterFlow: (entering, url, extra) =>
      takeBack(url, extra) ? 'entered' : enterFlow(world, entering, url, extra),
  });
  live.hand(program);
  if ('twiml' in instructions) program.run(instructions.twiml);
  else program.fetch(instructions);
}

/** The world of a flow on a call, which may send the call on to TwiML again. */
export function flowOnCallWorld(
  world: InstructionsWorld & Pick<FlowOnCallWorld, 'executions'>,
): FlowOnCallWorld {
  return {
    store: world.store,
    clock: world.clock,
    executions: world.executions,
    leave: (live, source, takeBack) => follow(world, live, source, takeBack),
  };
}

function enterFlow(
  world: InstructionsWorld,
  live: LiveCall,
  url: string,
  extra: Readonly<Record<string, string>>,
): Entering {
  const { store, clock, executions } = world;
  const flow = flowOfUrl(store, url);
  if (flow === undefined || executions === undefined) return 'no-flow';
  if (!mayStart(store, 'inbound', clock.now())) return 'too-many';
  startFlow(flowOnCallWorld({ ...world, executions }), live, flow, { ...parametersIn(url), ...extra });
  return 'entered';
}
