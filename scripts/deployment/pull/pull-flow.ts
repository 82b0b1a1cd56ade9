import { checkFlow } from '../../../studio/checks/check-flow';
import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { parseFlow } from '../../../studio/parsing/parse-flow';
import { unwireFlow } from '../../../studio/wiring/unwire-flow';
import type { Wiring } from '../../../studio/wiring/wiring';
import type { NewestRevision } from '../drift/drift';
import { definitionHash } from '../versions/flow-versions';
import { flowFileText } from './pull-json';
import type { FlowReading } from '../read-repository-flow';
import { widgetDifferences } from '../drift/widget-difference';
import { differenceLines } from '../drift/widget-difference-lines';

/** A flow as the account has it, and as the repository has it. */
export interface FlowToPull {
  readonly name: string;
  /** The flow's file in the repository. */
  readonly file: FlowReading;
  readonly newest: NewestRevision;
  readonly wiring: Wiring;
  /** Content hashes of all revisions that this project published to the account. */
  readonly published: ReadonlySet<string>;
  /** Replaces the file even where that loses changes. */
  readonly force: boolean;
}

/** What is to become of the file. */
export type PulledFlow =
  /** The file says what the account has. */
  | {
      readonly kind: 'same';
      readonly name: string;
      readonly revision: number;
      readonly definition: FlowDefinition;
    }
  | {
      readonly kind: 'pulled';
      readonly name: string;
      readonly revision: number;
      /** What the file is to be. */
      readonly text: string;
      readonly definition: FlowDefinition;
      /** The file as it was (left) beside what it is to be (right), a table. */
      readonly differences: readonly string[];
      /** What our checks find wrong in it: `file: #/place: message`. */
      readonly problems: readonly string[];
    }
  | { readonly kind: 'refused'; readonly name: string; readonly problem: string };

/**
 * Brings a flow's newest revision into the form of the repository: SIDs and URLs turned back into placeholders, in the
 * order of the file that is there. Refuses where that file has changes that the account never had: they would be lost.
 */
export function pullFlow({ name, file, newest, wiring, published, force }: FlowToPull): PulledFlow {
  const parsed = parseFlow(newest.definition);
  if (!parsed.ok) return refused(name, unreadable(newest.revision, parsed.problems[0]?.message));
  const definition = unwireFlow(parsed.flow, wiring);
  const existing = file.kind === 'flow' ? file.flow.definition : null;
  const hash = existing === null ? null : definitionHash(existing);
  if (hash === definitionHash(definition))
    return { kind: 'same', name, revision: newest.revision, definition };
  if (!force && (hash === null || !published.has(hash))) return refused(name, unpublished(name));
  return {
    kind: 'pulled',
    name,
    revision: newest.revision,
    text: flowFileText(definition, existing),
    definition,
    differences: existing === null ? [] : differenceLines(widgetDifferences(existing, definition)),
    problems: checkFlow(definition, { allowPlaceholders: true, wantsPlaceholders: true })
      .filter(({ severity }) => severity === 'error')
      .map(({ place, message }) => `${fileOf(name)}: ${place}: ${message}`),
  };
}

function refused(name: string, problem: string): PulledFlow {
  return { kind: 'refused', name, problem: `Cannot pull ${name}: ${problem}` };
}

function unreadable(revision: number, reason = 'it is no flow definition'): string {
  return `revision ${String(revision)} cannot be read here (${reason}): mend it in the console`;
}

function unpublished(name: string): string {
  return `${fileOf(name)} has changes that were never deployed and would be lost: deploy with --overwrite to keep them instead, or add --force to give them up`;
}

function fileOf(name: string): string {
  return `studio/flows/${name}.json`;
}
