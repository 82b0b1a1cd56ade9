import type { RequestResult } from '../model/wait';
import type { OpenPart } from './choice';
import { ANY_CODE } from './witness/candidates';
import { PLAIN_ANSWER, type ConcreteChoice } from './witness/concrete-choice';
import type { Witness } from './witness/find-witness';

/** A call script (docs/call-scripts.md) with the answers that functions give in it; `npm run call -- --script` plays it. */
export interface ProofScript {
  readonly from: string;
  readonly steps: readonly object[];
  /** What requests are answered with, in order; null: as the function does by itself. Left out when all do. */
  readonly answers?: readonly (RequestResult | null)[];
}

/** Codes that Verify sends for one verification (https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts). */
const MAXIMUM_SENDS = 5;

/** A call as a script; or why no script can make it, as the end of a sentence that begins with "because". */
export type Scripted =
  { readonly ok: true; readonly script: ProofScript } | { readonly ok: false; readonly reason: string };

/** One choice of a call, with what the flow asked for when it was made. */
interface Happening {
  readonly choice: ConcreteChoice;
  readonly open: OpenPart;
  readonly parameters: Readonly<Record<string, string>>;
  /** Any code can be keyed in here: no digit ends the input before its time. */
  readonly takesAnyCode: boolean;
}

/** Writes a call down, so that anybody can make it again. */
export function scriptOf(witness: Witness): Scripted {
  const { trigger, choices } = witness;
  if (trigger.obstacle !== null) return { ok: false, reason: trigger.obstacle };
  const impossible = choices.find(({ script }) => script.kind === 'impossible');
  if (impossible?.script.kind === 'impossible') return { ok: false, reason: impossible.script.reason };
  const happenings = happeningsOf(witness);
  const real = realOnes(happenings, trigger.caller);
  const steps = happenings.flatMap((happening) => stepOf(happening, real.codes.has(happening)));
  const answers = happenings.flatMap((happening): (RequestResult | null)[] => {
    const { script } = happening.choice;
    if (script.kind !== 'answer') return [];
    return real.answers.has(happening) ? [null] : [script.result];
  });
  const areMade = answers.some((answer) => answer !== null);
  const from = trigger.caller === '' ? 'anonymous' : trigger.caller;
  return { ok: true, script: { from, steps, ...(areMade && { answers }) } };
}

function happeningsOf({ choices, arrivals }: Witness): Happening[] {
  return choices.map((choice, index) => {
    const wait = arrivals[index]?.execution.wait ?? null;
    return {
      choice,
      open: arrivals[index + 1]?.choice?.open ?? { kind: 'nothing' },
      parameters: wait?.kind === 'function' ? wait.request.parameters : {},
      takesAnyCode: wait?.kind === 'keys' && !/\d/.test(wait.finishOnKey),
    };
  });
}

/**
 * What needs no help: a code that is sent, as often as Verify sends one, the very code keyed in, and its approval. Everything else
 * that functions answer is made in a script.
 */
function realOnes(
  happenings: readonly Happening[],
  caller: string,
): { readonly answers: ReadonlySet<Happening>; readonly codes: ReadonlySet<Happening> } {
  const answers = new Set<Happening>();
  const codes = new Set<Happening>();
  let isTexted = false;
  let sends = 0;
  let keyed: Happening | undefined;
  const isOwn = ({ parameters: { to } }: Happening): boolean => to === caller && /^\+\d+$/.test(caller);
  for (const happening of happenings) {
    const { open } = happening;
    if (open.kind === 'keys') keyed = happening;
    if (open.kind !== 'verify') continue;
    if (open.name === 'start-verify') {
      isTexted = sends < MAXIMUM_SENDS && isOwn(happening) && isSending(happening);
      sends += isTexted ? 1 : 0;
      if (isTexted) answers.add(happening);
    } else if (isTexted && isOwn(happening) && isApproval(happening, keyed)) {
      answers.add(happening);
      codes.add(keyed);
    }
  }
  return { answers, codes };
}

/** A function that says anything particular besides its status has to be made to. */
function isPlain({ choice: { script } }: Happening): boolean {
  return script.kind === 'answer' && 'body' in script.result && script.result.body.includes(PLAIN_ANSWER);
}

/** Whether nothing is wrong with what `/start-verify` is asked for. */
function isSending(happening: Happening): boolean {
  const { open } = happening;
  return open.kind === 'verify' && open.status === 'sent' && isPlain(happening);
}

/** Whether a check approves the very keys that were pressed last. */
function isApproval(happening: Happening, keyed: Happening | undefined): keyed is Happening {
  const { open, parameters } = happening;
  const isApproved = open.kind === 'verify' && open.status === 'approved';
  return isApproved && isPlain(happening) && parameters['code'] === ANY_CODE && isAnyCode(keyed);
}

function isAnyCode(keyed: Happening | undefined): boolean {
  return (
    keyed?.takesAnyCode === true &&
    keyed.choice.input.kind === 'keys' &&
    keyed.choice.input.digits === ANY_CODE
  );
}

function stepOf({ choice: { script } }: Happening, isRightCode: boolean): object[] {
  if (script.kind !== 'step') return [];
  if (!isRightCode || !('presses' in script.step)) return [script.step];
  return [{ presses: script.step.presses.replace(ANY_CODE, '{code}') }];
}
