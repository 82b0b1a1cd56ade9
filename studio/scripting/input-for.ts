import { assertNever } from '../model/assert-never';
import type { Input, Wait } from '../model/wait';
import { eventInput } from './event-input';
import type { ScriptInput } from './flow-script';
import { hangUp, outboundOf, type Meeting } from './meeting';
import { submitted } from './submitted';

/** What a scripted input is to the execution, or undefined when the wait is not for it. */
export function inputFor(meeting: Meeting, scripted: ScriptInput): Input | undefined {
  const { wait, callParameters } = meeting;
  switch (scripted.kind) {
    case 'hangup':
      return meeting.isOnCall ? hangUp(callParameters) : undefined;
    case 'event':
      return eventInput(meeting, scripted);
    case 'digits':
      return wait.kind === 'keys' ? { ...submitted(wait, scripted.digits), callParameters } : undefined;
    case 'speech': {
      const { text, confidence } = scripted;
      const listens = wait.kind === 'keys' && wait.listens;
      return listens ? { kind: 'speech', text, confidence, callParameters } : undefined;
    }
    case 'timeout':
      return timedOut(meeting);
    case 'reply':
      return wait.kind === 'reply' ? reply(wait, scripted) : undefined;
    default:
      return assertNever(scripted);
  }
}

/** A call goes on with its parameters, a message with what was sent: both stand under the widget after a timeout, too. */
function timedOut({ wait, callParameters }: Meeting): Input | undefined {
  switch (wait.kind) {
    case 'keys':
      return { kind: 'timeout', callParameters };
    case 'reply':
      return { kind: 'timeout', outbound: outboundOf(wait.message) };
    case 'outside':
      return wait.events.includes('timeout') ? { kind: 'timeout', callParameters } : undefined;
    default:
      return undefined;
  }
}

function reply(
  { message }: Extract<Wait, { kind: 'reply' }>,
  { body, data }: Extract<ScriptInput, { kind: 'reply' }>,
): Input {
  const inbound = { From: message.to, To: message.from, Body: body, NumMedia: '0', ...data };
  return { kind: 'incoming-message', inbound, outbound: outboundOf(message) };
}
