import type { VariablePath } from '../liquid/analyze-template';
import { parametersOf } from '../model/parameters';
import { subflowOf, textOf, type CheckedFlow, type CheckedWidget } from './checked-flow';
import { warning, type Check, type Finding } from './check';
import { didYouMean } from '../model/did-you-mean';
import { readsBelow, type PlacedRead } from './reads';

/**
 * Parameters of a subflow are those that it reads: a parent passes no others, and all that the subflow cannot do without. The
 * parent's side is looked at where the subflow's definition is given, the subflow's side where its parents are.
 */
export const knownSubflowParameters: Check = (flow) => [
  ...flow.widgets.flatMap((run) => passed(flow, run)),
  ...neverPassed(flow),
];

function passed(flow: CheckedFlow, run: CheckedWidget): readonly Finding[] {
  const { state, place } = run;
  const subflow = subflowOf(flow, run);
  if (subflow === undefined) return [];
  const reads = parameterReads(subflow);
  const read = new Set(reads.map(parameterOf));
  const given = parametersOf(state.properties['parameters']).map(({ key }) => key);
  const unread = given.flatMap((key, index) =>
    read.has(undefined) || read.has(key)
      ? []
      : [
          warning(
            `${place}/properties/parameters/${index}`,
            `the subflow does not read "${key}"${didYouMean(
              key,
              [...read].flatMap((name) => name ?? []),
            )}: remove it, or read it there as {{trigger.parent.parameters.${key}}}`,
          ),
        ],
  );
  const needed = new Set(
    reads.filter(({ isOptional }) => !isOptional).flatMap((one) => parameterOf(one) ?? []),
  );
  const passedKeys = new Set(given);
  const lacking = [...needed].filter((key) => !passedKeys.has(key));
  return [
    ...unread,
    ...lacking.map((key) =>
      warning(
        `${place}/properties/parameters`,
        `the subflow reads "${key}", which is not passed: pass it, or let the subflow give it a default`,
      ),
    ),
  ];
}

function neverPassed(flow: CheckedFlow): readonly Finding[] {
  if (flow.parents.length === 0) return [];
  const given = new Set(
    flow.parents.flatMap(({ flow: parent, flowSid }) =>
      parent.widgets
        .filter((run) => run.state.type === 'run-subflow' && textOf(run, 'flow_sid') === flowSid)
        .flatMap(({ state }) => parametersOf(state.properties['parameters']).map(({ key }) => key)),
    ),
  );
  return parameterReads(flow).flatMap((read) => {
    const key = parameterOf(read);
    if (key === undefined || read.isOptional || given.has(key)) return [];
    return [
      warning(
        read.place,
        `no parent passes "${key}"${didYouMean(key, given)}: pass it, or give it a default`,
      ),
    ];
  });
}

/** Reads of parameters, one by one or all at once: `trigger.parent` and `trigger` have them in them. */
function parameterReads(subflow: CheckedFlow): readonly PlacedRead[] {
  return readsBelow(subflow, 'trigger').filter(
    ({ path: [, kind, key] }) => isOrMayBe(kind, 'parent') && isOrMayBe(key, 'parameters'),
  );
}

/** A part that is not there stands for all below, one that a variable decides (null) for any. */
function isOrMayBe(part: VariablePath[number] | undefined, wanted: string): boolean {
  return part === undefined || part === null || part === wanted;
}

/** The parameter that is read; undefined when all may be. */
function parameterOf({ path }: PlacedRead): string | undefined {
  return typeof path[3] === 'string' ? path[3] : undefined;
}
