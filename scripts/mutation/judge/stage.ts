import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { flowUrl } from '../../emulator/executions/flow-url';
import { LOCAL_ACCOUNT } from '../../emulator/local-account';
import { createStore, type Store } from '../../emulator/store';
import { newPhoneNumber } from '../../emulator/voice/phone-number';

/** A parent and its subflow. */
export interface FlowPair {
  readonly parent: FlowDefinition;
  readonly subflow: FlowDefinition;
}

/** Where calls are judged: flows in a local Twilio's store, and who calls. */
export interface Stage {
  readonly store: Store;
  /** E.164, or `anonymous`. */
  readonly caller: string;
  /** What the parent says to a verified caller, and to nobody else. */
  readonly protectedWords: string;
}

/** The number of the IVR on every stage: a fictional one. */
export const IVR_NUMBER = '+14155550199';

const PARENT_SID = `FW${'0'.repeat(32)}`;
const SUBFLOW_SID = `FW${'1'.repeat(32)}`;

/** A number, and two ways of withholding it; the last has digits, as some routes send them. */
const CALLERS = ['anonymous', '+266696687', '+14155550100'];

/** Everybody who calls, and once a subflow that Studio cannot run. The parent must have a widget "success". */
export function stagesOf({ parent, subflow }: FlowPair): Stage[] {
  const protectedWords = parent.states.find((state) => state.name === 'success')?.properties['say'];
  if (typeof protectedWords !== 'string')
    throw new Error('The judge listens for what the widget "success" says');
  const complete = storeOf(parent, subflow);
  return [
    { store: storeOf(parent, null), caller: CALLERS[2] ?? '', protectedWords },
    ...CALLERS.map((caller) => ({ store: complete, caller, protectedWords })),
  ];
}

function storeOf(parent: FlowDefinition, subflow: FlowDefinition | null): Store {
  const store = createStore(LOCAL_ACCOUNT);
  publish(store, PARENT_SID, wired(parent));
  if (subflow !== null) publish(store, SUBFLOW_SID, subflow);
  const number = newPhoneNumber('PN', IVR_NUMBER, 0);
  store.phoneNumbers.set(number.sid, { ...number, voiceUrl: flowUrl(LOCAL_ACCOUNT.sid, PARENT_SID) });
  return store;
}

function publish(store: Store, sid: string, definition: FlowDefinition): void {
  const revision = { revision: 1, friendlyName: '', status: 'published', commitMessage: null } as const;
  store.flows.set(sid, { sid, revisions: [{ ...revision, definition, date: 0 }], dateCreated: 0 });
}

/** Every subflow that is run is the one that is judged. */
function wired(flow: FlowDefinition): FlowDefinition {
  const wiring = { flow_sid: SUBFLOW_SID, flow_revision: 'LatestPublished' };
  const states = flow.states.map((state) =>
    state.type === 'run-subflow' ? { ...state, properties: { ...state.properties, ...wiring } } : state,
  );
  return { ...flow, states };
}
