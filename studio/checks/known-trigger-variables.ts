import {
  CALL_PARAMETERS,
  CONVERSATION_PARAMETERS,
  MESSAGE_PARAMETERS,
  NUMBERED_PARAMETERS,
} from '../model/webhook-parameters';
import { behindDoor, type CheckedFlow } from './checked-flow';
import { error, warning, type Check, type Finding } from './check';
import { didYouMean, nearest } from './did-you-mean';
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
const MEANT: Readonly<Record<string, string>> = {
  caller: 'call',
  voice: 'call',
  phone: 'call',
  sms: 'message',
  chat: 'conversation',
  rest: 'request',
  api: 'request',
  subflow: 'parent',
};

/**
 * `trigger` has one key for each way in, and below it what Twilio's webhook brings. An unknown kind is an error, as it is
 * always blank; an unknown key only a warning, as the URL that started a call may carry parameters of its own.
 */
export const knownTriggerVariables: Check = (flow) =>
  readsBelow(flow, 'trigger').flatMap((read) => findingsOf(flow, read));

function findingsOf(flow: CheckedFlow, read: PlacedRead): readonly Finding[] {
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
  if (typeof key !== 'string' || keys.includes(key) || NUMBERED_PARAMETERS.test(key)) return [];
  return [
    warning(
      read.place,
      `Twilio sends no "${read.name}"${didYouMean(key, keys)}: it is blank unless the URL that starts the flow carries it`,
    ),
  ];
}

function unknownKind(read: PlacedRead, kind: string, key: string | number | null | undefined): Finding {
  const meant = MEANT[kind.toLowerCase()] ?? nearest(kind, Object.keys(KEYS));
  const rest = key === null || key === undefined ? '' : `.${key}`;
  const mend =
    meant === undefined
      ? `one of trigger.${Object.keys(KEYS).join(', trigger.')}`
      : `trigger.${meant}${rest}`;
  return error(read.place, `"${read.name}" does not exist and is always blank: use ${mend}`);
}
