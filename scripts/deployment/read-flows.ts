import type { Twilio } from 'twilio';

import { orNull } from './requests/error-status';
import type { HadFlow } from './have';
import type { WantedFlow } from './want';

/** How a flow is found again. */
export type FlowSearch = Pick<WantedFlow, 'sid' | 'friendlyName'>;

/**
 * For each wanted flow the one that is named by its SID, or that the mark knows, or else all with its friendly name. One list for all
 * of them; it leaves definitions out, so each flow is fetched.
 */
export async function readFlows(
  client: Twilio,
  wanted: readonly FlowSearch[],
  marked: Promise<readonly (string | null)[]>,
): Promise<HadFlow[][]> {
  const { flows } = client.studio.v2;
  const [all, known] = await Promise.all([
    wanted.every(({ sid }) => sid !== null) ? [] : flows.list(),
    marked,
  ]);
  return Promise.all(
    wanted.map(async ({ sid, friendlyName }, index) => {
      const ours = all.filter((flow) => flow.sid === known[index]);
      const named = ours.length > 0 ? ours : all.filter((flow) => flow.friendlyName === friendlyName);
      const sids = sid === null ? named.map((flow) => flow.sid) : [sid];
      const found = await Promise.all(sids.map((each) => orNull(readFlow(client, each))));
      return found.filter((flow) => flow !== null);
    }),
  );
}

/** A flow at its newest revision. */
async function readFlow(client: Twilio, sid: string): Promise<HadFlow> {
  const flow = await client.studio.v2.flows(sid).fetch();
  const definition: unknown = flow.definition;
  const { friendlyName, status, revision, webhookUrl } = flow;
  return { sid, friendlyName, status, revision, webhookUrl, definition, commitMessage: flow.commitMessage };
}
