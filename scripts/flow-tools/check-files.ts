import path from 'node:path';

import { checkFlow, type CheckOptions } from '../../studio/checks/check-flow';
import type { ParentFlow } from '../../studio/checks/checked-flow';
import type { FlowDefinition } from '../../studio/model/flow-definition';
import type { Problem } from '../../studio/model/problem';
import { parseFlow } from '../../studio/parsing/parse-flow';
import { parsePlaceholder } from '../../studio/wiring/placeholder';

/** A file, and the JSON that is in it. */
export interface FlowFile {
  readonly file: string;
  readonly json: unknown;
}

/** A flow file and everything that is wrong or doubtful in it. */
export interface CheckedFile {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** What the checks are told of one file. */
interface Told extends FlowFile {
  readonly isUnwired: boolean;
  /** Undefined when the parser has errors, which is all that is then said of the file. */
  readonly definition: FlowDefinition | undefined;
  readonly subflows: Record<string, FlowDefinition>;
  readonly parents: ParentFlow[];
}

/**
 * Checks flow files together: `${FLOW_SID:name}` in one is the file `name.json` among them, so that parents and subflows are
 * looked at from both sides. A flow counts as one before wiring, in which SIDs and hosts have no business, when a whole text
 * of it is one of our placeholders: other tools write `${NAME}` for things of their own.
 */
export function checkFiles(files: readonly FlowFile[]): readonly CheckedFile[] {
  const told = files.map(tell);
  link(told);
  return told.map((one) => ({ file: one.file, problems: checkFlow(one.json, optionsFor(one)) }));
}

function tell({ file, json }: FlowFile): Told {
  const isUnwired = holdsPlaceholder(json);
  const parsed = parseFlow(json, { allowPlaceholders: isUnwired });
  return {
    file,
    json,
    isUnwired,
    definition: parsed.ok ? parsed.flow : undefined,
    subflows: {},
    parents: [],
  };
}

function optionsFor({ isUnwired, subflows, parents }: Told): CheckOptions {
  return { allowPlaceholders: isUnwired, wantsPlaceholders: isUnwired, subflows, parents };
}

/** Down as many levels as a file may be nested, which its reader limits. */
function holdsPlaceholder(json: unknown): boolean {
  if (typeof json === 'string') return parsePlaceholder(json) !== undefined;
  return typeof json === 'object' && json !== null && Object.values(json).some(holdsPlaceholder);
}

/** Tells parents and subflows of each other. */
function link(told: readonly Told[]): void {
  const byName = new Map<string, Told[]>();
  for (const one of told) {
    const name = path.basename(one.file);
    const others = byName.get(name);
    if (others === undefined) byName.set(name, [one]);
    else others.push(one);
  }
  for (const parent of told) linkParent(parent, byName);
}

function linkParent(parent: Told, byName: ReadonlyMap<string, readonly Told[]>): void {
  const { definition } = parent;
  if (definition === undefined) return;
  for (const flowSid of subflowsOf(definition)) {
    const placeholder = parsePlaceholder(flowSid);
    if (placeholder?.kind !== 'FLOW_SID') continue;
    const subflow = nearestTo(parent, byName.get(`${placeholder.flow}.json`) ?? []);
    if (subflow?.definition === undefined) continue;
    parent.subflows[flowSid] = subflow.definition;
    subflow.parents.push({ definition, flowSid });
  }
}

function subflowsOf({ states }: FlowDefinition): ReadonlySet<string> {
  const runs = states.filter(({ type }) => type === 'run-subflow');
  return new Set(
    runs.map(({ properties }) => properties['flow_sid']).filter((sid) => typeof sid === 'string'),
  );
}

/** Of files with one name, the one beside the parent; else the first that was named. */
function nearestTo({ file }: Told, candidates: readonly Told[]): Told | undefined {
  const folder = path.dirname(file);
  return candidates.find((one) => path.dirname(one.file) === folder) ?? candidates[0];
}
