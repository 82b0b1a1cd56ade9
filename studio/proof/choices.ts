import { runningFrame } from '../interpreter/context';
import { assertNever } from '../model/assert-never';
import type { Execution } from '../model/execution';
import { certainObject } from '../model/unknown';
import type { Speech, Wait } from '../model/wait';
import type { CallWorld } from './call-world';
import { CLOSED, type Choice } from './choice';
import { isHeard } from './heard';
import { hangUp, keyChoices } from './key-choices';
import { outputName } from './output-name';
import { eventChoices, messageChoices, replyChoices } from './outside-choices';
import { unknownAnswers } from './unknown-requests';
import { checkChoices, startChoices, verifyFunctionOf } from './verify-functions';

/** Everything that can happen to an execution that waits, in a stable order. */
export function choicesAt(execution: Execution, wait: Wait, world: CallWorld): Choice[] {
  switch (wait.kind) {
    case 'speech':
      return [spoken(execution, wait.speech, world), hangUp(execution, world)];
    case 'keys':
      return keyChoices(execution, wait, world);
    default:
      return withHangUp(execution, outsideChoices(execution, wait, world), world);
  }
}

function spoken(execution: Execution, speech: Speech, world: CallWorld): Choice {
  return {
    label: `hears "${runningFrame(execution).widget}" to the end`,
    input: { kind: 'audio-complete', callParameters: certainObject(outputName(execution)) },
    world: isHeard(speech) ? { ...world, hasSpokenSince: true } : world,
    open: CLOSED,
    script: { kind: 'nothing' },
  };
}

function outsideChoices(
  execution: Execution,
  wait: Exclude<Wait, { readonly kind: 'speech' | 'keys' }>,
  world: CallWorld,
): Choice[] {
  const { widget } = runningFrame(execution);
  const name = outputName(execution);
  switch (wait.kind) {
    case 'function':
      return functionChoices(widget, name, wait, world);
    case 'http':
      return unknownAnswers(widget, name, world);
    case 'message':
      return messageChoices(widget, name, world);
    case 'reply':
      return replyChoices(widget, name, world);
    case 'outside':
      return eventChoices(widget, name, wait, world, execution.trigger.kind === 'call');
    default:
      return assertNever(wait);
  }
}

function functionChoices(
  widget: string,
  name: string,
  { request }: Extract<Wait, { readonly kind: 'function' }>,
  world: CallWorld,
): Choice[] {
  const ours = verifyFunctionOf(request.url);
  if (ours === 'start') return startChoices(name, world);
  return ours === 'check' ? checkChoices(request, name, world) : unknownAnswers(widget, name, world);
}

/** A caller may go while a function works; nobody goes twice. */
function withHangUp(execution: Execution, choices: readonly Choice[], world: CallWorld): Choice[] {
  return execution.hasCall && !execution.isCallOver ? [...choices, hangUp(execution, world)] : [...choices];
}
