import type { JsonObject } from '../../../studio/model/json';
import type { Flow, FlowExecution } from '../entities/flow';
import type { Ids } from '../ids';
import type { Store } from '../store';
import type { Clock } from '../time/clock';
import { activeConversation } from './contacts';
import type { Executions } from './executions';
import { findFlow } from './find-flow';
import { endOverdue } from './overdue';
import { mayStart } from './rates';

/** What the REST API asks for: `To` is the contact, `From` the Twilio side. */
export interface ExecutionRequest {
  readonly to: string;
  readonly from: string;
  readonly parameters: JsonObject;
}

/** A new execution, or why there is none. */
export type StartByRequestResult =
  | { readonly status: 'started'; readonly execution: FlowExecution }
  /** Another one is active for the same pair of addresses. */
  | { readonly status: 'contact-active'; readonly active: FlowExecution }
  | { readonly status: 'not-published' }
  /** Too many were started in this second. */
  | { readonly status: 'rate-limited' };

/** What starting one needs. */
export interface RequestWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly executions: Executions;
}

/** Starts the published flow as `POST /v2/Flows/{Sid}/Executions` does. */
export function startByRequest(
  world: RequestWorld,
  flow: Flow,
  request: ExecutionRequest,
): StartByRequestResult {
  const { store, executions } = world;
  endOverdue(world);
  const ends = { contact: request.to, flow: request.from };
  const active = activeConversation(store, flow, ends);
  if (active !== undefined) return { status: 'contact-active', active };
  const revision = findFlow(store, flow.sid, 'LatestPublished');
  if (revision === undefined) return { status: 'not-published' };
  if (!mayStart(store, 'requested', world.clock.now())) return { status: 'rate-limited' };
  const execution = executions.start({
    flowSid: flow.sid,
    flow: revision,
    trigger: {
      kind: 'request',
      parameters: { from: request.from, to: request.to, parameters: request.parameters },
    },
    ends,
    initiatedBy: world.ids.sid('RQ'),
  });
  return { status: 'started', execution };
}
