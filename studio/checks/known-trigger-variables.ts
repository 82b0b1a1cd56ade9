import {
  CALL_PARAMETERS,
  CONVERSATION_PARAMETERS,
  MESSAGE_PARAMETERS,
  NUMBERED_PARAMETERS,
} from '../model/webhook-parameters';
import { behindDoor, type CheckedFlow } from './checked-flow';
import { error, warning, type Check, type Finding } from './check';
import { didYouMean, nearest } from '../model/did-you-mean';
import { readsBelow, type PlacedRead } from './reads';

/** What Twilio fills in, by kind of trigger (https://www.twilio.com/docs/studio/widget-library/trigger-start). */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  call: CALL_PARAMETERS,
  message: MESSAGE_PARAMETERS,
  conversation: CONVERSATION_PARAMETERS,
  request: ['from', 'parameters', 'to'],
  parent: ['execution_sid', 'flow_sid', 'parameters', 'step_sid', 'trigger_type'],
};

/** Kinds of trigger by the names that people try. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['caller', 'call'],
  ['voice', 'call'],
  ['phone', 'call'],
  ['sms', 'message'],
  ['chat', 'conversation'],
  ['rest', 'request'],
  ['api', 'request'],
  ['subflow', 'parent'],
]);

/** The door that fills in each kind (same page). */
const DOORS: Readonly<Record<string, string>> = {
  call: 'incomingCall',
  message: 'incomingMessage',
  conversation: 'incomingConversationMessage',
  request: 'incomingRequest',
};

/**
 * The console writes these into `service` and `channel` of every new message, whatever the flow starts by: blank means a text
 * message there (https://www.twilio.com/docs/studio/widget-library/send-message).
 */
const CONSOLE_DEFAULTS = ['trigger.message.ChannelSid', 'trigger.message.InstanceSid'];

/** Kinds that an execution can start with; null when any may be there, as a subflow also sees its parent's. */
type OpenKinds = readonly string[] | null;

/**
 * `trigger` has one key for each way in, and below it what Twilio's webhook brings. An unknown kind is an error, as it is
 * always blank; an unknown key only a warning, as the URL that started a call may carry parameters of its own. Exactly one
 * kind is filled in, by the door that the execution came in: a kind without a door is a warning, unless the template says
 * what happens without it.
 */
export const knownTriggerVariables: Check = (flow) => {
  const open = openKinds(flow);
  return readsBelow(flow, 'trigger', 'flow').flatMap((read) =>
    read.path[0] === 'flow' ? dataFindings(open, read) : findingsOf(flow, open, read),
  );
};

function findingsOf(flow: CheckedFlow, open: OpenKinds, read: PlacedRead): readonly Finding[] {
  const [, kind, key] = read.path;
  if (typeof kind !== 'string') return [];
  const keys = Object.hasOwn(KEYS, kind) ? KEYS[kind] : undefined;
  if (keys === undefined) return [unknownKind(read, kind, key)];
  if (kind === 'parent' && behindDoor(flow, 'incomingParent') === undefined) {
    return [
      warning(
        read.place,
        `"${read.name}" is blank, as "incomingParent" of the trigger leads nowhere: wire it if this is a subflow`,
      ),
    ];
  }
  if (isShut(open, kind)) return shut(open, read, typeof key === 'string' ? key : '');
  if (typeof key !== 'string' || keys.includes(key) || NUMBERED_PARAMETERS.test(key)) return [];
  return [
    warning(
      read.place,
      `Twilio sends no "${read.name}"${didYouMean(key, keys)}: it is blank unless the URL that starts the flow carries it`,
    ),
  ];
}

/** Parameters of a request to the REST API are also in `flow.data`. */
function dataFindings(open: OpenKinds, read: PlacedRead): readonly Finding[] {
  return read.path[1] === 'data' && isShut(open, 'request') ? shut(open, read, '') : [];
}

/** A flow without any door tells nothing of the one that it will have. */
function openKinds(flow: CheckedFlow): OpenKinds {
  if (behindDoor(flow, 'incomingParent') !== undefined) return null;
  const open = Object.keys(DOORS).filter((kind) => behindDoor(flow, DOORS[kind] ?? '') !== undefined);
  return open.length === 0 ? null : open;
}

function isShut(open: OpenKinds, kind: string): open is readonly string[] {
  return open !== null && Object.hasOwn(DOORS, kind) && !open.includes(kind);
}

function shut(open: readonly string[], read: PlacedRead, key: string): readonly Finding[] {
  if (read.isOptional || CONSOLE_DEFAULTS.includes(read.name)) return [];
  const doors = open.map((kind) => DOORS[kind] ?? '').join(' and ');
  const kind = open.find((one) => KEYS[one]?.includes(key));
  const door = DOORS[read.path[0] === 'flow' ? 'request' : String(read.path[1])] ?? '';
  const mend = kind === undefined ? `wire "${door}", or take it out` : `use trigger.${kind}.${key}`;
  return [warning(read.place, `"${read.name}" is always blank: this flow only starts by ${doors}; ${mend}`)];
}

function unknownKind(read: PlacedRead, kind: string, key: string | number | null | undefined): Finding {
  const meant = MEANT.get(kind.toLowerCase()) ?? nearest(kind, Object.keys(KEYS));
  const rest = key === null || key === undefined ? '' : `.${key}`;
  const mend =
    meant === undefined
      ? `one of trigger.${Object.keys(KEYS).join(', trigger.')}`
      : `trigger.${meant}${rest}`;
  return error(read.place, `"${read.name}" does not exist and is always blank: use ${mend}`);
}
