import { assertNever } from '../model/assert-never';
import type { Execution } from '../model/execution';
import type { Wait } from '../model/wait';
import type { CallWorld } from './call-world';
import type { Choice } from './choice';
import { hangUp, keyChoices } from './key-choices';
import { unknownChoices } from './unknown-requests';
import { checkChoices, startChoices, verifyFunctionOf } from './verify-functions';
import { eventChoices, messageChoices, replyChoices } from './outside-choices';
import { answerUse, outputUse, type Vocabulary } from './vocabulary';

/** Everything that can happen at a wait; or why the proof cannot say. */
export type Choices =
  | { readonly ok: true; readonly choices: readonly Choice[] }
  | { readonly ok: false; readonly reason: string };

/** What can happen to an execution that waits, in a stable order. */
export function choicesAt(
  execution: Execution,
  wait: Wait,
  world: CallWorld,
  vocabulary: Vocabulary,
): Choices {
  switch (wait.kind) {
    case 'speech':
      return { ok: true, choices: [spoken(world), hangUp(world)] };
    case 'keys':
      return { ok: true, choices: keyChoices(wait, world, vocabulary.keyLiterals) };
    case 'function':
    case 'http':
      return requestChoices(execution, wait, world, vocabulary);
    case 'message':
      return { ok: true, choices: withHangUp(execution, messageChoices(world), world) };
    case 'reply':
    case 'outside':
      return outsideChoices(execution, wait, world, vocabulary);
    default:
      return assertNever(wait);
  }
}

function spoken(world: CallWorld): Choice {
  return {
    label: 'hears it to the end',
    input: { kind: 'audio-complete' },
    world: { ...world, hasSpokenSince: true },
    script: { kind: 'nothing' },
  };
}

function requestChoices(
  execution: Execution,
  wait: Extract<Wait, { readonly kind: 'function' | 'http' }>,
  world: CallWorld,
  vocabulary: Vocabulary,
): Choices {
  const known = wait.kind === 'function' ? verifyFunctionOf(wait.request.url) : null;
  if (known === 'start')
    return { ok: true, choices: withHangUp(execution, startChoices(wait.request), world) };
  if (known === 'check')
    return { ok: true, choices: withHangUp(execution, checkChoices(wait.request, world), world) };
  const widget = widgetOf(execution);
  const unknown = unknownChoices(widget, answerUse(vocabulary, widget), world);
  return unknown.ok ? { ok: true, choices: withHangUp(execution, unknown.choices, world) } : unknown;
}

/** Whatever may be told, with whatever the flow reads of it. A hang-up is told in one way only. */
function outsideChoices(
  execution: Execution,
  wait: Extract<Wait, { readonly kind: 'reply' | 'outside' }>,
  world: CallWorld,
  vocabulary: Vocabulary,
): Choices {
  const widget = widgetOf(execution);
  const use = outputUse(vocabulary, widget);
  const told =
    wait.kind === 'reply' ? replyChoices(widget, use, world) : eventChoices(widget, wait, use, world);
  return told.ok ? { ok: true, choices: withHangUp(execution, told.choices, world) } : told;
}

/** A caller may go while a function works; nobody goes twice. */
function withHangUp(execution: Execution, choices: readonly Choice[], world: CallWorld): Choice[] {
  return execution.isCallOver ? [...choices] : [...choices, hangUp(world)];
}

function widgetOf(execution: Execution): string {
  return execution.frames.at(-1)?.widget ?? '';
}
