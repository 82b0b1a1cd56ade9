import { runningFrame } from '../interpreter/context';
import { assertNever } from '../model/assert-never';
import type { Execution } from '../model/execution';
import type { JsonObject } from '../model/json';
import type { Input, OutgoingRequest, Wait } from '../model/wait';
import type { AnswerTable } from './answer-table';
import type { ScriptInput } from './flow-script';
import { inputFor } from './input-for';
import { outboundOf } from './meeting';

/**
 * What happens at a wait.
 *
 * - `taken`: the next input of the script. `by-itself`: what needs nobody.
 * - `over`: an input is needed and the script has no more.
 * - `misfit`: the script has another one, or no answer; the message says what is waited for.
 */
export type Decision =
  | { readonly kind: 'taken' | 'by-itself'; readonly input: Input }
  | { readonly kind: 'over' }
  | { readonly kind: 'misfit'; readonly message: string };

/** Decides what happens at a wait: the next input if it is for this wait, else what happens by itself. */
export function decide(
  execution: Execution,
  wait: Wait,
  next: ScriptInput | undefined,
  answers: AnswerTable,
): Decision {
  const callParameters = callParametersOf(execution);
  const isOnCall = execution.hasCall && !execution.isCallOver;
  const input = next && inputFor({ wait, isOnCall, callParameters }, next);
  if (input !== undefined) return { kind: 'taken', input };
  switch (wait.kind) {
    case 'speech':
      return { kind: 'by-itself', input: { kind: 'audio-complete', callParameters } };
    case 'message': {
      const result = { kind: 'message-result', failed: false, outbound: outboundOf(wait.message) } as const;
      return { kind: 'by-itself', input: result };
    }
    case 'function':
    case 'http':
      return answered(wait.request, answers);
    case 'keys':
    case 'reply':
    case 'outside':
      return next === undefined ? { kind: 'over' } : misfit(runningFrame(execution).widget, wait);
    default:
      return assertNever(wait);
  }
}

/** Parameters of the call as its callbacks have them once it was answered; none where no call came in. */
function callParametersOf({ trigger, hasCall }: Execution): JsonObject {
  if (!hasCall) return {};
  const own = trigger.kind === 'call' ? trigger.parameters : {};
  return { ...own, CallStatus: 'in-progress' };
}

function answered(request: OutgoingRequest, answers: AnswerTable): Decision {
  const { method, url } = request;
  const result = answers.answer(request);
  if (result !== undefined) return { kind: 'by-itself', input: { kind: 'request-result', result } };
  // Nobody answers at no address at all: as on Twilio, the widget fails.
  if (url.trim() === '') {
    return { kind: 'by-itself', input: { kind: 'request-result', result: { failure: 'malformed-url' } } };
  }
  return {
    kind: 'misfit',
    message: `nothing answers ${method} ${url}: add {"url": "…", "status": 200, "body": {}} to "http"`,
  };
}

function misfit(widget: string, wait: Extract<Wait, { kind: 'keys' | 'reply' | 'outside' }>): Decision {
  return { kind: 'misfit', message: `widget "${widget}" waits for ${waitedFor(wait)}` };
}

function waitedFor(wait: Extract<Wait, { kind: 'keys' | 'reply' | 'outside' }>): string {
  switch (wait.kind) {
    case 'keys':
      return wait.listens ? '"digits", "speech", "timeout" or "hangup"' : '"digits", "timeout" or "hangup"';
    case 'reply':
      return '"reply", "timeout" or the "event" deliveryFailure';
    case 'outside':
      return `an "event": ${wait.events.join(', ')}`;
    default:
      return assertNever(wait);
  }
}
