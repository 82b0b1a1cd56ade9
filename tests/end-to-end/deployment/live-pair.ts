import { readCommitMessage } from '../../../scripts/deployment/versions/flow-versions';
import type { Store } from '../../../scripts/emulator/store';
import type { FlowRevisionRecord } from '../../../scripts/emulator/entities/flow';
import type { FlowDefinition } from '../../../studio/model/flow-definition';

/**
 * What callers of the account's number reach: `nothing`, the URL of somebody else, or the versions of the parent that is published and of the subflow
 * revision that it runs, as their commit messages have them: `1.0.0 with 1.0.0`. Throws when it leads nowhere that works.
 */
export function livePair(store: Store): string {
  const [number] = store.phoneNumbers.values();
  const url = number?.voiceUrl ?? '';
  if (url === '') return 'nothing';
  const sid = /\/Flows\/(FW[0-9a-f]{32})$/.exec(url)?.[1];
  if (sid === undefined) return url;
  const parent = published(store, sid);
  const { flowSid, revision } = runSubflow(parent.definition);
  const subflow = store.flows.get(flowSid)?.revisions.find((each) => String(each.revision) === revision);
  if (subflow?.status !== 'published')
    throw new Error(`The parent runs revision ${revision}, which is not there`);
  return `${versionOf(parent, 'parent-ivr')} with ${versionOf(subflow, 'verify-subflow')}`;
}

function published(store: Store, sid: string): FlowRevisionRecord {
  const found = store.flows.get(sid)?.revisions.findLast(({ status }) => status === 'published');
  if (found === undefined) throw new Error('The number leads to a flow that nobody published');
  return found;
}

function runSubflow({ states }: FlowDefinition): { flowSid: string; revision: string } {
  const properties = states.find(({ type }) => type === 'run-subflow')?.properties;
  const { flow_sid: flowSid, flow_revision: revision } = properties ?? {};
  if (typeof flowSid === 'string' && typeof revision === 'string') return { flowSid, revision };
  throw new Error('The parent runs no subflow');
}

function versionOf({ commitMessage }: FlowRevisionRecord, name: string): string {
  const read = readCommitMessage(commitMessage);
  if (read?.name !== name) throw new Error(`A revision that is live says "${String(commitMessage)}"`);
  return read.version;
}
