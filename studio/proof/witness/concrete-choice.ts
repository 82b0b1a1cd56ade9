import type { Execution } from '../../model/execution';
import type { JsonObject } from '../../model/json';
import { openName } from '../../model/unknown';
import type { Input, RequestResult, Wait } from '../../model/wait';
import type { CallWorld } from '../call-world';
import type { Choice, ScriptPart } from '../choice';
import { isHeard } from '../heard';
import { dialledBy } from '../outside-choices';
import type { Candidates } from './candidates';

/** A choice of which everything is known. */
export interface ConcreteChoice {
  readonly label: string;
  readonly input: Input;
  readonly script: ScriptPart;
}

/** Every way that is worth trying in which a choice can really happen. */
export function* concreteChoices(
  choice: Choice,
  execution: Execution,
  candidates: Candidates,
): Generator<ConcreteChoice> {
  const widget = execution.frames.at(-1)?.widget ?? '';
  const { open, input, label, script } = choice;
  switch (open.kind) {
    case 'nothing':
      for (const callParameters of candidates.objectsBelow(['widgets', widget]))
        yield {
          label,
          input: withCallParameters(withoutShown(input, script), callParameters),
          script: withObstacle(script, callParameters),
        };
      return;
    case 'keys':
      for (const digits of candidates.keys(open.shape)) yield pressed(digits, execution);
      return;
    case 'speech':
      for (const text of candidates.texts)
        yield { label: `says "${text}"`, input: { kind: 'speech', text, confidence: 1 }, script };
      return;
    case 'verify':
      for (const result of verifyAnswers(open.status, candidates)) yield answered(label, result);
      return;
    case 'answer':
      for (const result of answersOf(widget, open.isSuccess, candidates))
        yield answered(`${label}: ${shownResult(result)}`, result);
      return;
    case 'event':
      for (const data of candidates.objectsBelow(['widgets', widget]))
        yield { label, input: withData(input, data), script };
  }
}

/** What a choice makes of the world, worked out again for the numbers and texts of a real call. */
export function concreteWorld(choice: Choice, before: CallWorld, { wait }: Execution): CallWorld {
  return {
    approvedNumber: choice.world.approvedNumber === '' ? '' : approvedBy(choice, before, wait),
    dialled: dialledIn(choice, wait) ?? before.dialled,
    hasSpokenSince: hasSpoken(choice, before, wait),
  };
}

function approvedBy({ open }: Choice, before: CallWorld, wait: Wait | null): string {
  if (open.kind !== 'verify' || open.status !== 'approved') return before.approvedNumber;
  return wait?.kind === 'function' ? (wait.request.parameters['to'] ?? '') : '';
}

function dialledIn({ input }: Choice, wait: Wait | null): string | undefined {
  if (wait?.kind !== 'outside' || input.kind !== 'outside-event') return undefined;
  return dialledBy(wait, input.event);
}

function hasSpoken({ input, world }: Choice, before: CallWorld, wait: Wait | null): boolean {
  if (wait?.kind !== 'speech' || input.kind !== 'audio-complete') return world.hasSpokenSince;
  return before.hasSpokenSince || isHeard(wait.speech);
}

function pressed(digits: string, { wait }: Execution): ConcreteChoice {
  const isEnded = wait?.kind !== 'keys' || digits.length === wait.numberOfDigits;
  const presses = isEnded ? digits : digits + wait.finishOnKey;
  return {
    label: `presses ${digits}`,
    input: { kind: 'keys', digits },
    script: { kind: 'step', step: { presses } },
  };
}

/** Nobody who writes a script chooses what Twilio tells of the call. */
function withObstacle(script: ScriptPart, callParameters: JsonObject): ScriptPart {
  const keys = Object.keys(callParameters);
  if (keys.length === 0) return script;
  return { kind: 'impossible', reason: `it takes a call with a certain ${keys.join(' and a certain ')}` };
}

function withCallParameters(input: Input, callParameters: JsonObject): Input {
  return 'callParameters' in input ? { ...input, callParameters } : input;
}

/** What a script can have somebody answer. */
function withoutShown(input: Input, script: ScriptPart): Input {
  return input.kind === 'request-result' && script.kind === 'answer'
    ? { ...input, result: script.result }
    : input;
}

function withData(input: Input, data: JsonObject): Input {
  switch (input.kind) {
    case 'outside-event':
      return { ...input, data };
    case 'message-result':
    case 'delivery-failure':
      return { ...input, outbound: below(data, 'outbound') };
    case 'incoming-message':
      return { ...input, inbound: below(data, 'inbound'), outbound: below(data, 'outbound') };
    default:
      return input;
  }
}

function below(data: JsonObject, key: string): JsonObject {
  const value = data[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) && openName(value) === undefined
    ? (value as JsonObject)
    : {};
}

function answered(label: string, result: RequestResult): ConcreteChoice {
  return { label, input: { kind: 'request-result', result }, script: { kind: 'answer', result } };
}

/** What our functions say besides their status, unless a flow wants to hear something. */
export const PLAIN_ANSWER = '"message":"","attempts":0,"retryAfterSeconds":0}';

function* verifyAnswers(status: string, { texts }: Candidates): Generator<RequestResult> {
  const success = status === 'sent' || status === 'approved';
  const proof = status === 'approved' && { proof: 'a proof' };
  const known = { success, status, ...proof, message: '', attempts: 0, retryAfterSeconds: 0 };
  yield json(200, known);
  for (const text of texts) {
    const number = /^\d{1,4}$/.test(text) ? Number(text) : 1;
    yield json(200, { ...known, message: text, attempts: number, retryAfterSeconds: number });
  }
}

function* answersOf(widget: string, isSuccess: boolean, candidates: Candidates): Generator<RequestResult> {
  const status = isSuccess ? 200 : 500;
  yield json(status, {});
  for (const left of candidates.objectsBelow(['widgets', widget])) {
    const code = statusIn(left['status_code'], status);
    if (code !== null) yield json(code, below(left, 'parsed'));
  }
  for (const text of candidates.texts) yield { status, contentType: 'text/plain', body: text };
  yield { failure: 'timeout' };
}

/** The status that a flow asks for, if it is one with which the widget leaves in the same way. */
function statusIn(asked: unknown, status: number): number | null {
  if (typeof asked !== 'string' || !/^[2-5]\d\d$/.test(asked)) return status;
  return Number(asked) < 400 === status < 400 ? Number(asked) : null;
}

function json(status: number, body: object): Extract<RequestResult, { readonly status: number }> {
  return { status, contentType: 'application/json', body: JSON.stringify(body) };
}

function shownResult(result: RequestResult): string {
  return 'failure' in result ? result.failure : `${String(result.status)} ${result.body}`;
}
