import type { FlowRevision } from '../../../studio/model/execution';
import type { FlowRevisionRecord } from '../entities/flow';
import type { Store } from '../store';

/** A revision as a REST path or a run-subflow widget names it: a number, or one of these words (any case). */
type RevisionName = 'latestpublished' | 'latestdraft' | 'latestrevision';

/**
 * One revision of a list, or undefined when there is none: `LatestPublished`, `LatestDraft`, `LatestRevision`, or
 * its number. Not public: `LatestDraft` is taken to be the newest revision of all, a published one included, so that
 * a flow without a draft can be tested all the same.
 */
export function findRevision(
  revisions: readonly FlowRevisionRecord[],
  name: string,
): FlowRevisionRecord | undefined {
  const word = name.toLowerCase();
  if (isRevisionName(word)) {
    return word === 'latestpublished'
      ? revisions.findLast((record) => record.status === 'published')
      : revisions.at(-1);
  }
  return revisions.find((record) => String(record.revision) === name);
}

/** The lookup that the interpreter asks of its surroundings: the same definition for the same number for ever. */
export function findFlow(store: Store, flowSid: string, revision: string): FlowRevision | undefined {
  const record = findRevision(store.flows.get(flowSid)?.revisions ?? [], revision);
  return record && { revision: String(record.revision), definition: record.definition };
}

function isRevisionName(word: string): word is RevisionName {
  return word === 'latestpublished' || word === 'latestdraft' || word === 'latestrevision';
}
