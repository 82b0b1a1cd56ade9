import { assertNever } from '../model/assert-never';
import type { Json, JsonObject } from '../model/json';
import type { Input, Wait } from '../model/wait';
import type { ScriptInput } from './flow-script';
import { hangUp, outboundOf, type Meeting } from './meeting';

type ScriptEvent = Extract<ScriptInput, { kind: 'event' }>;

/** What an event by name is to the execution: the same as the input that leads to it. Undefined when the widget has it not. */
export function eventInput(
  { wait, isOnCall, callParameters }: Meeting,
  told: ScriptEvent,
): Input | undefined {
  const { event, data } = told;
  if (event === 'hangup' && isOnCall) return hangUp({ ...callParameters, ...data });
  switch (wait.kind) {
    case 'speech':
      return event === 'audioComplete'
        ? { kind: 'audio-complete', callParameters: { ...callParameters, ...data } }
        : undefined;
    case 'keys':
      return keysEvent(event, data, { ...callParameters, ...data });
    case 'message':
      return event === 'sent' || event === 'failed'
        ? { kind: 'message-result', failed: event === 'failed', outbound: outboundOf(wait.message, data) }
        : undefined;
    case 'reply':
      return replyEvent(wait, event, data);
    case 'outside':
      return wait.events.includes(event) ? { kind: 'outside-event', event, data } : undefined;
    case 'function':
    case 'http':
      return undefined;
    default:
      return assertNever(wait);
  }
}

function keysEvent(event: string, data: JsonObject, callParameters: JsonObject): Input | undefined {
  if (event === 'timeout') return { kind: 'timeout', callParameters };
  if (event === 'keypress') return { kind: 'keys', digits: textOf(data['Digits']), callParameters };
  if (event !== 'speech') return undefined;
  const confidence = Number(data['Confidence'] ?? 1);
  return { kind: 'speech', text: textOf(data['SpeechResult']), confidence, callParameters };
}

function replyEvent(
  { message }: Extract<Wait, { kind: 'reply' }>,
  event: string,
  data: JsonObject,
): Input | undefined {
  const outbound = outboundOf(message);
  switch (event) {
    case 'incomingMessage':
      return { kind: 'incoming-message', inbound: data, outbound };
    case 'timeout':
      return { kind: 'timeout', outbound };
    case 'deliveryFailure':
      return { kind: 'delivery-failure', outbound: { ...outbound, Status: 'failed', ...data } };
    default:
      return undefined;
  }
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
