import type { Execution } from '../model/execution';
import { certainObject, unknownKeys, unknownText, type KeysShape } from '../model/unknown';
import type { Wait } from '../model/wait';
import type { CallWorld } from './call-world';
import { CLOSED, type Choice } from './choice';
import { outputName } from './output-name';

type KeysWait = Extract<Wait, { readonly kind: 'keys' }>;

/** Everything that can happen while a gather waits: any keys, any speech where it listens, silence, and a hang-up. */
export function keyChoices(execution: Execution, wait: KeysWait, world: CallWorld): Choice[] {
  const name = outputName(execution);
  const after: CallWorld = { ...world, hasSpokenSince: false };
  const callParameters = certainObject(name);
  const shape: KeysShape = { maximum: wait.numberOfDigits ?? Infinity, finishOnKey: wait.finishOnKey };
  const speech: Choice = {
    label: 'says something',
    input: {
      kind: 'speech',
      text: unknownText(`${name}.SpeechResult`),
      confidence: unknownText(`${name}.Confidence`),
      callParameters,
    },
    world: after,
    open: { kind: 'speech' },
    script: { kind: 'impossible', reason: 'it takes a caller who speaks' },
  };
  return [
    // Silence first, as nothing about it is unknown: of two ways to the same place, the first becomes the path.
    {
      label: 'stays silent',
      input: { kind: 'timeout', callParameters },
      world: after,
      open: CLOSED,
      script: { kind: 'step', step: { silent: true } },
    },
    {
      label: 'presses some keys',
      input: { kind: 'keys', digits: unknownKeys(`${name}.Digits`, shape), callParameters },
      world: after,
      open: { kind: 'keys', shape },
      script: { kind: 'nothing' },
    },
    ...(wait.listens ? [speech] : []),
    hangUp(execution, world),
  ];
}

/** The caller goes: possible at any moment. */
export function hangUp(execution: Execution, world: CallWorld): Choice {
  return {
    label: 'hangs up',
    input: { kind: 'hang-up', callParameters: certainObject(outputName(execution)) },
    world,
    open: CLOSED,
    script: { kind: 'step', step: { hangsUp: true } },
  };
}
