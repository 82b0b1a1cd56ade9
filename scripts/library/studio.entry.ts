import { readFileSync } from 'node:fs';

import type { FlowRun } from '../../studio/testing/flow-run';
import { FlowTestError } from '../../studio/testing/flow-test-error';
import * as testing from '../../studio/testing/start';
import type { CallWorld, FlowWorld, MessageWorld, RequestWorld } from '../../studio/testing/world';

export { FlowTestError };
export type { FlowRun };
export type { FlowResult } from '../../studio/scripting/flow-result';
export type { Answer, AnswerRule, FlowRequest } from '../../studio/testing/world';

/** A flow: what JSON.parse gives, or the path of its file, from the working directory. */
export type FlowSource = string | object;

/** Starts a flow with a call that comes in. Throws a `FlowTestError` with every problem of the flow and of the world. */
export function startCall(flow: FlowSource, world: CallWorld<FlowSource> = {}): FlowRun {
  return testing.startCall(read(flow), withSubflows(world));
}

/** Starts a flow with a message that comes in. Throws as `startCall` does. */
export function startMessage(flow: FlowSource, world: MessageWorld<FlowSource> = {}): FlowRun {
  return testing.startMessage(read(flow), withSubflows(world));
}

/** Starts a flow with a message in a conversation. Throws as `startCall` does. */
export function startConversation(flow: FlowSource, world: MessageWorld<FlowSource> = {}): FlowRun {
  return testing.startConversation(read(flow), withSubflows(world));
}

/** Starts a flow as the REST API does. Throws as `startCall` does. */
export function startRequest(flow: FlowSource, world: RequestWorld<FlowSource> = {}): FlowRun {
  return testing.startRequest(read(flow), withSubflows(world));
}

function withSubflows<World extends FlowWorld<FlowSource>>(
  world: World,
): World & { readonly subflows: Readonly<Record<string, object>> } {
  const sources = Object.entries(world.subflows ?? {});
  return { ...world, subflows: Object.fromEntries(sources.map(([sid, source]) => [sid, read(source)])) };
}

function read(source: FlowSource): object {
  if (typeof source !== 'string') return source;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(source, 'utf8'));
  } catch (error) {
    const mend =
      error instanceof SyntaxError
        ? 'it is not JSON; export it again (Show Flow JSON)'
        : 'name a file with a flow definition';
    throw new FlowTestError(`Cannot read the flow "${source}": ${mend}`);
  }
  return typeof json === 'object' && json !== null ? json : {};
}
