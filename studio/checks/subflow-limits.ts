import { reachableFrom } from '../graph/reachable';
import { MAXIMUM_WIDGETS } from '../model/limits';
import { behindDoor, subflowOf, textOf, type CheckedFlow, type CheckedWidget } from './checked-flow';
import { error, warning, type Check, type Finding } from './check';

/** https://www.twilio.com/docs/studio/subflows */
const MAXIMUM_RUN_SUBFLOWS = 150;
const MAXIMUM_SUBFLOWS = 50;

/**
 * A parent runs at most 50 subflows in at most 150 widgets, all together at most 2 000 widgets, each run counted
 * (https://www.twilio.com/docs/api/errors/81026), and a subflow runs no other. A subflow whose definition is given has something
 * behind its `incomingParent`.
 */
export const subflowLimits: Check = (flow) => {
  const runs = flow.widgets.filter(({ state }) => state.type === 'run-subflow');
  return [...tooMany(flow, runs), ...runs.flatMap((run) => unfit(flow, run)), ...nested(flow, runs)];
};

function tooMany(flow: CheckedFlow, runs: readonly CheckedWidget[]): readonly Finding[] {
  const sids = new Set(runs.map((run) => textOf(run, 'flow_sid')));
  const total = runs.reduce(
    (sum, run) => sum + (subflowOf(flow, run)?.widgets.length ?? 0),
    flow.widgets.length,
  );
  const limits: readonly [number, number, string][] = [
    [runs.length, MAXIMUM_RUN_SUBFLOWS, 'run-subflow widgets'],
    [sids.size, MAXIMUM_SUBFLOWS, 'different subflows'],
    [total, MAXIMUM_WIDGETS, 'widgets, those of subflows counted for each run'],
  ];
  return limits
    .filter(([count, maximum]) => count > maximum)
    .map(([count, maximum, what]) =>
      error('#/states', `has ${count} ${what}, Studio allows ${maximum}: split the flow up`),
    );
}

function unfit(flow: CheckedFlow, run: CheckedWidget): readonly Finding[] {
  const subflow = subflowOf(flow, run);
  if (subflow === undefined) return [];
  const place = `${run.place}/properties/flow_sid`;
  const start = behindDoor(subflow, 'incomingParent');
  if (start === undefined) {
    return [error(place, 'this subflow does nothing: wire "incomingParent" of its trigger')];
  }
  return runsBehind(subflow, start).map(({ state }) =>
    error(
      place,
      `this subflow runs another one ("${state.name}"), and Studio nests one level: run both from the parent`,
    ),
  );
}

/** A flow that is itself a subflow for somebody, and runs one on that way. */
function nested(flow: CheckedFlow, runs: readonly CheckedWidget[]): readonly Finding[] {
  const start = behindDoor(flow, 'incomingParent');
  if (start === undefined) return [];
  const behind = runsBehind(flow, start);
  return runs
    .filter((run) => behind.includes(run))
    .map(({ state, place }) =>
      warning(
        place,
        `"${state.name}" fails when this flow runs as a subflow, as Studio nests one level: keep it off the way from "incomingParent"`,
      ),
    );
}

function runsBehind(flow: CheckedFlow, start: string): readonly CheckedWidget[] {
  const reachable = reachableFrom(flow.graph, [start]);
  return flow.widgets.filter(({ state }) => state.type === 'run-subflow' && reachable.has(state.name));
}
