import type { RequestEvent } from '../../emulator/executions/execution-events';
import type { LineEvent } from '../../emulator/voice/line';
import { hear } from '../../terminal-phone/hear';
import type { Change, PhoneView } from '../../terminal-phone/phone-view';
import { speechText } from '../../terminal-phone/speech-text';
import type { CallMove } from '../model/page-change';
import type { FunctionRequest, PageStep, Place, Speaking } from '../model/page-state';
import { answerFacts, parameterFacts, variableFacts } from './facts';

/** Where a call is: the phone's own view, and when its flow last moved. */
export interface Following {
  readonly view: PhoneView;
  readonly movedAt: number;
}

/** What following needs of the world. */
export interface FollowWorld {
  readonly now: number;
  /** Finds `run_verify/ask_code` in the picture. */
  readonly locate: (widget: string) => readonly Place[];
}

/** A call after something happened on it, and what to tell the page. */
export interface Followed {
  readonly following: Following;
  readonly move: CallMove;
}

/** Follows one event of the line. Pure. */
export function followCall(before: Following, event: LineEvent, world: FollowWorld): Followed {
  const change = hear(before.view, event, world.now);
  const movedAt = event.kind === 'log' ? world.now : before.movedAt;
  return {
    following: { view: change.view, movedAt },
    move: {
      now: {
        ...shownOf(change.view, world),
        ...(event.kind === 'answered' && { isAnswered: true }),
        ...(event.kind === 'over' && { endedAt: world.now }),
        ...variablesOf(event),
      },
      entries: change.entries,
      steps: stepsOf(event),
      requests: event.kind === 'request' ? [requestOf(event, before, world.now)] : [],
    },
  };
}

/** What changed on the phone itself: a key, which is no event of the line before it is taken. */
export function followPhone(before: Following, { view, entries }: Change, world: FollowWorld): Followed {
  return {
    following: { ...before, view },
    move: { now: shownOf(view, world), entries, steps: [], requests: [] },
  };
}

function shownOf({ call }: PhoneView, { locate }: FollowWorld): CallMove['now'] {
  if (call === null) return { speaking: null, isListening: false, typed: '' };
  const at = call.widget === '' ? {} : { at: locate(call.widget) };
  return { ...at, speaking: speakingOf(call), isListening: call.isListening, typed: call.typed };
}

function speakingOf({ speaking }: NonNullable<PhoneView['call']>): Speaking | null {
  if (speaking === null) return null;
  const { speech, since, seconds } = speaking;
  return { text: speechText(speech), language: speech.language, since, seconds };
}

function variablesOf(event: LineEvent): CallMove['now'] {
  if (event.kind !== 'log' || event.entry.kind !== 'step') return {};
  return { variables: variableFacts(event.entry.frames.at(-1)) };
}

function stepsOf(event: LineEvent): PageStep[] {
  if (event.kind !== 'log' || event.entry.kind !== 'step') return [];
  const { flowSid, widget, event: name, next } = event.entry;
  return [
    { flow: flowSid, widget: innermost(widget), event: name, to: next === null ? null : innermost(next) },
  ];
}

function innermost(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

function requestOf(
  { method, url, status, exchange }: RequestEvent,
  before: Following,
  now: number,
): FunctionRequest {
  return {
    method,
    path: URL.canParse(url) ? new URL(url).pathname : url,
    status,
    milliseconds: now - before.movedAt,
    parameters: parameterFacts(exchange.request),
    answer: answerFacts(exchange.result),
  };
}
