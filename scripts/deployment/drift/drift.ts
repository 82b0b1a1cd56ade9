import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { parseFlow } from '../../../studio/parsing/parse-flow';
import { inferWiring } from '../../../studio/wiring/infer-wiring';
import { unwireFlow } from '../../../studio/wiring/unwire-flow';
import type { Wiring } from '../../../studio/wiring/wiring';
import { definitionHash, readCommitMessage } from '../versions/flow-versions';

/** The newest revision of a flow, as the account has it. */
export interface NewestRevision {
  readonly revision: number;
  /** `published` or `draft`. */
  readonly status: string;
  readonly commitMessage: string | null;
  /** As the API gave it: JSON that nobody has checked. */
  readonly definition: unknown;
}

/** Somebody else changed a flow since this project published it. */
export interface Drift {
  readonly kind: 'draft' | 'foreign' | 'changed';
  /** A clause that follows the flow's name: `revision 4 was not published by this project`. */
  readonly reason: string;
  /** The changed flow with placeholders; null when it is none that our parser takes. */
  readonly definition: FlowDefinition | null;
}

/** What of a flow is in the repository, or was: publishing over it loses nothing. */
export interface RepositoryHas {
  /** Content hashes by revision of what was pulled from this environment. */
  readonly pulled?: Readonly<Record<string, string>>;
  /** Content hashes of all versions that are on record. */
  readonly released?: readonly string[];
}

/** The only flow that flows of this project run. */
const SUBFLOW = 'verify-subflow';

/**
 * Whether the newest revision of a flow is not what this project published: a draft, a revision without our commit
 * message, or one whose content is not what its message says. Null when it is. `wiring` is what the account has now; a
 * flow that still names things which were deleted and made anew since is no drift, and neither is what the repository has.
 */
export function driftOf(had: NewestRevision, wiring: Wiring, has: RepositoryHas = {}): Drift | null {
  const parsed = parseFlow(had.definition);
  const definition = parsed.ok ? unwireFlow(parsed.flow, wiring) : null;
  const candidates = parsed.ok
    ? [definition, unwireFlow(parsed.flow, inferWiring(parsed.flow, SUBFLOW))]
    : [];
  const hashes = candidates.flatMap((each) => (each === null ? [] : definitionHash(each)));
  const pulled = has.pulled?.[String(had.revision)];
  if (hashes.some((hash) => hash === pulled || has.released?.includes(hash))) return null;
  const revision = `revision ${String(had.revision)}`;
  if (had.status !== 'published') {
    return { kind: 'draft', reason: `${revision} is a draft that somebody saved`, definition };
  }
  const published = readCommitMessage(had.commitMessage);
  if (published === null) {
    return { kind: 'foreign', reason: `${revision} was not published by this project`, definition };
  }
  if (hashes.includes(published.contentHash)) return null;
  const reason = `${revision} says that it is ${published.name}@${published.version} but its content is another`;
  return { kind: 'changed', reason, definition };
}
