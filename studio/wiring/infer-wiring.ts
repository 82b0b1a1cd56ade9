import type { WiredFunction, Wiring } from './wiring';
import type { FlowDefinition, State } from '../model/flow-definition';

/**
 * The wiring that a flow was published with, read from the flow itself: what its Run Function widgets call, by the path
 * of their URLs, and the subflow that it runs, taken to be `subflow`. The account may have replaced all of it since. Where
 * widgets disagree the first one counts.
 */
export function inferWiring(wired: FlowDefinition, subflow: string): Wiring {
  const calls = wired.states.filter((state) => state.type === 'run-function');
  const runs = wired.states.filter((state) => state.type === 'run-subflow');
  const serviceSid = firstText(calls, 'service_sid');
  const environmentSid = firstText(calls, 'environment_sid');
  const flowSid = firstText(runs, 'flow_sid');
  return {
    ...(serviceSid !== undefined && { serviceSid }),
    ...(environmentSid !== undefined && { environmentSid }),
    // Of two entries with one path the last one stays.
    functions: Object.fromEntries(calls.flatMap(functionOf).reverse()),
    flows: flowSid === undefined ? {} : { [subflow]: flowSid },
  };
}

function functionOf({ properties }: State): [string, WiredFunction][] {
  const { url, function_sid: sid } = properties;
  if (typeof url !== 'string' || typeof sid !== 'string' || !URL.canParse(url)) return [];
  return [[new URL(url).pathname, { url, sid }]];
}

function firstText(states: readonly State[], property: string): string | undefined {
  return states.map((state) => state.properties[property]).find((value) => typeof value === 'string');
}
