import { reachableFrom } from '../graph/reachable';
import type { Arrow } from '../graph/graph';
import { behindDoor, placeOf, type CheckedFlow } from './checked-flow';
import { warning, type Check } from './check';
import { unhandledEvents } from './no-unhandled-events';
import { noticedBy } from './noticed-by';

/**
 * No call ends in silence. A call is silent from its beginning, and from the moment when it was the caller's turn (keys,
 * speech, or a timeout of a gather), until something is said or played or the caller is connected to somebody. A branch that
 * ends while the call is silent is reported at the arrow that ends it. Looked at: what a call can get to from
 * `incomingCall`, and from `answered` of an outgoing call. Not looked at: a subflow on its own, which goes back to its parent,
 * and arrows that no-unhandled-events reports.
 */
export const noSilentEnds: Check = (flow) =>
  silentArrows(flow)
    .filter(({ to }) => to === null)
    .filter(({ from, event }) => !isReportedAlready(flow, from, event))
    .map((arrow) =>
      warning(
        placeOf(flow, arrow),
        `the call ends here without a word after "${arrow.event}" of "${arrow.from}": say something before it ends`,
      ),
    );

/** The arrows on which the caller has heard nothing since the call began or since it was their turn. */
function silentArrows(flow: CheckedFlow): readonly Arrow[] {
  const door = behindDoor(flow, 'incomingCall');
  const answered = [...flow.reachable].flatMap((name) =>
    arrowsNoticed(flow, name, 'input').filter(({ event }) => event === 'answered'),
  );
  const starts = [...(door === undefined ? [] : [door]), ...targets(answered)];
  const onCall = reachableFrom(flow.graph, starts);
  const turns = [...onCall].flatMap((name) => arrowsNoticed(flow, name, 'input'));

  const silent = new Set<string>();
  const open = [...(door === undefined ? [] : [door]), ...targets([...answered, ...turns])];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (silent.has(name)) continue;
    silent.add(name);
    for (const next of targets(arrowsNoticed(flow, name, 'nothing'))) open.push(next);
  }
  return flow.graph.nodes.flatMap((name) => [
    ...(onCall.has(name) ? arrowsNoticed(flow, name, 'input') : []),
    ...(silent.has(name) ? arrowsNoticed(flow, name, 'nothing') : []),
  ]);
}

function arrowsNoticed(flow: CheckedFlow, name: string, noticed: string): readonly Arrow[] {
  const widget = flow.byName.get(name);
  if (widget === undefined) return [];
  const arrows = flow.graph.leaving.get(name) ?? [];
  return arrows.filter(({ event }) => noticedBy(flow, widget, event) === noticed);
}

function targets(arrows: readonly Arrow[]): readonly string[] {
  return arrows.flatMap(({ to }) => to ?? []);
}

function isReportedAlready(flow: CheckedFlow, name: string, event: string): boolean {
  const widget = flow.byName.get(name);
  return widget !== undefined && unhandledEvents(widget).includes(event);
}
