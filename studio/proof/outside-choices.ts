import { isJsonObject, type Json, type JsonObject } from '../model/json';
import type { Input, OutsideWait } from '../model/wait';
import { analysisOf } from '../widgets/registry';
import type { CallWorld } from './call-world';
import type { Choice } from './choice';
import { tellingsOf, type AnswerUse, type UnknownChoices } from './unknown-requests';

/** Twilio takes a message or refuses it. */
export function messageChoices(world: CallWorld): Choice[] {
  const after: CallWorld = { ...world, hasSpokenSince: false };
  return [
    choice('sends the message', { kind: 'message-result', failed: false, outbound: {} }, after),
    choice('cannot send the message', { kind: 'message-result', failed: true, outbound: {} }, after),
  ];
}

/** The contact replies with anything, or not at all, or never gets the message. */
export function replyChoices(name: string, use: AnswerUse, world: CallWorld): UnknownChoices {
  const after: CallWorld = { ...world, hasSpokenSince: false };
  const told = tellingsOf(name, {
    ...use,
    keys: use.keys.filter((key) => key.startsWith('inbound.')),
  });
  if (!told.ok) return told;
  const replies = told.tellings.map((telling): Choice => {
    const input: Input = { kind: 'incoming-message', inbound: asObject(nested(telling)['inbound']) };
    return choice(`${name}: reply ${JSON.stringify(telling)}`, input, after);
  });
  return {
    ok: true,
    choices: [
      ...replies,
      choice(`${name}: no reply`, { kind: 'timeout' }, after),
      choice(`${name}: not delivered`, { kind: 'delivery-failure', outbound: {} }, after),
    ],
  };
}

/** Every documented event of a widget whose world the proof does not know, with any variables that the flow reads. */
export function eventChoices(
  name: string,
  wait: OutsideWait,
  use: AnswerUse,
  world: CallWorld,
): UnknownChoices {
  const told = tellingsOf(name, use);
  if (!told.ok) return told;
  const { type, events } = wait;
  const noticed = analysisOf(type).noticed({ name, type, transitions: [], properties: {} });
  const choices = events
    .filter((event) => event !== 'hangup')
    .flatMap((event) =>
      told.tellings.map((telling) => {
        const after: CallWorld = { ...world, hasSpokenSince: noticed[event] === 'heard' };
        const input: Input = { kind: 'outside-event', event, data: nested(telling) };
        return choice(`${name}: ${event} ${JSON.stringify(telling)}`, input, after);
      }),
    );
  return { ok: true, choices };
}

function choice(label: string, input: Input, world: CallWorld): Choice {
  return { label, input, world, script: { kind: 'nothing' } };
}

/** Dotted keys as objects in objects: `inbound.Body` becomes `{inbound: {Body}}`. */
function nested(telling: Readonly<Record<string, string>>): JsonObject {
  return Object.entries(telling).reduce<JsonObject>(
    (known, [key, value]) => withValue(known, key.split('.'), value),
    {},
  );
}

function withValue(object: JsonObject, [first = '', ...rest]: readonly string[], value: string): JsonObject {
  if (rest.length === 0) return { ...object, [first]: value };
  return { ...object, [first]: withValue(asObject(object[first]), rest, value) };
}

function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
