import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';

import type { FaultEffect } from '../../scripts/emulator/simulate/faults';
import { scriptedCallSchema } from './scripted-call-schema';

/** One file of `calls/`: a call to the parent IVR, the world that it meets, and what must come of it. */
export interface ScriptedCall {
  /** Completes "A caller: …". */
  readonly title: string;
  readonly world: CallWorld;
  readonly call: { readonly from: string; readonly steps: readonly CallStep[] };
  readonly expect: ExpectedCall;
}

/**
 * What the caller does, one step after the other. The call goes on by itself once the steps are used up.
 *
 * - `hears`: listens until a text that matches (ignoring case) has been said to its end. Only texts count that had
 *   not ended before the step began.
 * - `beginsToHear`: the same, but does not wait for the end of the text.
 * - `presses`: presses the keys as soon as keys are taken, into a prompt that is still being said too. `{code}` is
 *   the newest code that was sent to `from`, `{wrongCode}` six digits that it surely is not, `{oldCode}` the code of
 *   `world.earlierVerification`, `{otherCode}` the code of `world.otherNumber`.
 * - `silent`: lets the current gather, or else the next one, end without a key.
 * - `hangsUp`: at once.
 */
export type CallStep =
  | { readonly hears: string }
  | { readonly beginsToHear: string }
  | { readonly presses: string }
  | { readonly silent: true }
  | { readonly hangsUp: true };

/** What is different from the ordinary; all of it is set up before the call is dialled. */
export interface CallWorld {
  /** What Lookup says of the caller's number. */
  readonly lineType?: 'landline';
  /** Environment variables of the Functions, over the ordinary ones; an empty text takes one away. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Parameters that the parent passes to the subflow, over its own. */
  readonly subflowParameters?: Readonly<Record<string, string>>;
  /** Functions that behave badly, by path. */
  readonly functions?: Readonly<Record<string, 'throws' | 'hangs'>>;
  readonly faults?: readonly ScriptedFault[];
  readonly earlierVerification?: EarlierVerification;
  /** Another number that was sent a code, which is still good, right before the call. */
  readonly otherNumber?: string;
  readonly secondCall?: SecondCall;
}

/** A `Fault` of the local Twilio as JSON has it: `path` is a regular expression. */
export interface ScriptedFault {
  readonly host: string;
  readonly path?: string;
  readonly times?: number;
  readonly effect: FaultEffect;
}

/** A verification of the caller's number before the call. Its texts do not count as messages of the call. */
export interface EarlierVerification {
  /** How long before the call it was started. A code lives 600 s. */
  readonly secondsAgo: number;
  /** How often its code was sent; once unless told. */
  readonly sends?: number;
  /** How many wrong codes were checked; none unless told. */
  readonly wrongChecks?: number;
  /** How it was ended; left pending unless told. */
  readonly ended?: 'approved' | 'canceled';
}

/** A call from the same number, played to its end (the first goes on meanwhile) before the first takes its next step. */
export interface SecondCall {
  /** Index of the first call's step after which it is dialled. */
  readonly afterStep: number;
  readonly steps: readonly CallStep[];
  readonly expect: ExpectedCall;
}

/** What must come of a call. */
export interface ExpectedCall {
  readonly outcome: 'completed' | 'hung-up' | 'failed';
  /** What the subflow returned; empty when it never came to its end. */
  readonly status: string;
  readonly verified: string;
  /** Not looked at when left out. */
  readonly attempts?: string;
  /** Regular expressions (ignoring case); each fits a text that was said, to its end or not. */
  readonly hears: readonly string[];
  /** None of these fits any text that was said. */
  readonly neverHears: readonly string[];
  /** Codes sent to `from`, on whatever channel, from dialling to the end of the call. */
  readonly messages: number;
}

const FOLDER = join('tests', 'end-to-end', 'calls');

/** File names of all scripted calls, without `.json`, in order. */
export function scriptedCallNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** Reads a scripted call; throws with every problem of its shape when it is none. */
export function readScriptedCall(name: string): ScriptedCall {
  const call: unknown = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
  if (isScriptedCall(call)) return call;
  const problems = (isScriptedCall.errors ?? []).map(
    (error) => `${error.instancePath}: ${error.message ?? ''}`,
  );
  throw new Error(`${name}.json is not a scripted call: ${problems.join('; ')}`);
}

const isScriptedCall: ValidateFunction<ScriptedCall> = new Ajv({ allErrors: true }).compile<ScriptedCall>(
  scriptedCallSchema,
);
