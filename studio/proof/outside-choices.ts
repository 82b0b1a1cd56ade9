import { openObject, unknownText } from '../model/unknown';
import type { Input, OutsideWait } from '../model/wait';
import { analysisOf } from '../widgets/registry';
import type { CallWorld } from './call-world';
import type { Choice, OpenPart } from './choice';

/** Events of a widget for calls and messages that no call has: an agent begins to write. */
const ONLY_OF_MESSAGES: readonly string[] = ['composerStarted'];

/** Twilio takes a message or refuses it. */
export function messageChoices(widget: string, name: string, world: CallWorld): Choice[] {
  const outbound = openObject(`${name}.outbound`);
  // It takes no time, and nothing of the caller.
  const isHeard = world.hasSpokenSince;
  return [
    told(widget, 'the message is sent', { kind: 'message-result', failed: false, outbound }, world, isHeard),
    told(
      widget,
      'the message cannot be sent',
      { kind: 'message-result', failed: true, outbound },
      world,
      isHeard,
    ),
  ];
}

/** The contact replies with anything, or not at all, or never gets the message. */
export function replyChoices(widget: string, name: string, world: CallWorld): Choice[] {
  const outbound = openObject(`${name}.outbound`);
  const inbound = openObject(`${name}.inbound`);
  return [
    told(widget, 'somebody replies', { kind: 'incoming-message', inbound, outbound }, world),
    told(widget, 'nobody replies', { kind: 'timeout', outbound }, world),
    told(widget, 'the message is not delivered', { kind: 'delivery-failure', outbound }, world),
  ];
}

/** Every documented event of a widget whose world the proof does not know, with any variables. A hang-up is told in one way only. */
export function eventChoices(
  widget: string,
  name: string,
  wait: OutsideWait,
  world: CallWorld,
  isCall: boolean,
): Choice[] {
  const { type, events } = wait;
  const { noticed, outputs } = analysisOf(type);
  const state = { name: widget, type, transitions: [], properties: {} };
  const known = outputs(state);
  // Those that Twilio documents too: what a widget says by itself may be told otherwise.
  const keys = known === 'any' ? [] : known.keys;
  const data = openObject(name, Object.fromEntries(keys.map((key) => [key, unknownText(`${name}.${key}`)])));
  return events
    .filter((event) => event !== 'hangup' && !(isCall && ONLY_OF_MESSAGES.includes(event)))
    .map((event) => {
      const isHeard = noticed(state)[event] === 'heard';
      const after = { ...world, dialled: dialledBy(wait, event) ?? world.dialled };
      return told(widget, event, { kind: 'outside-event', event, data }, after, isHeard);
    });
}

/** The number that an event puts on the line; undefined where it is who it was. */
export function dialledBy({ type, asks }: OutsideWait, event: string): string | undefined {
  if (!type.startsWith('make-outgoing-call') || !event.startsWith('answered')) return undefined;
  return typeof asks['to'] === 'string' ? asks['to'] : '';
}

function told(widget: string, what: string, input: Input, world: CallWorld, hasSpokenSince = false): Choice {
  const open: OpenPart = { kind: 'event', widget };
  const reason = `it takes somebody outside, at "${widget}"`;
  return {
    label: `"${widget}": ${what}`,
    input,
    world: { ...world, hasSpokenSince },
    open,
    script:
      input.kind === 'message-result' && !input.failed ? { kind: 'nothing' } : { kind: 'impossible', reason },
  };
}
