import type { Frame } from '../../model/execution';
import type { Json, JsonObject } from '../../model/json';
import { originsOf } from '../../model/unknown';
import type { OutgoingRequest, Speech, Wait } from '../../model/wait';
import { stepsIn, type Arrival } from '../arrival';
import type { ProofQuestion } from '../question';
import { isCode } from '../secret-codes';
import { verifyFunctionOf } from '../verify-functions';
import type { Property } from './property';

/** The result key that is the number, by contract. */
const NUMBER_KEY = 'to';

/** Of a number, this many characters may be said: enough to know one's own by. */
const SHOWN_CHARACTERS = 4;

/** Studio keeps what was keyed in and what a function was sent; a flow must not spread it further. */
export const noLeak: Property = {
  name: 'no-leak',
  statement:
    'no code and no whole number is spoken, played, written in a message or a URL, or kept in a variable (but for the result "to")',
  isToldByOrigin: true,
  violation: (arrival, question) => {
    const isSecret = secretsOf(arrival.caller, question);
    const { wait } = arrival.execution;
    if (isSecret(textsOf(spokenBy(wait))))
      return 'a code or a whole number is spoken: say its last digits only';
    if (isSecret(writtenBy(wait)))
      return 'a code or a whole number is in a message: write its last digits only';
    if (isSecret(requestedBy(wait)))
      return 'a code or a whole number is in a URL: send it as a parameter of a POST';
    if (sendsCode(wait, question)) return 'a code is sent to somebody else than /check-verify: leave it out';
    const kept = framesOf(arrival).flatMap(
      ({ variables }) => secretVariable(variables, arrival.caller, isSecret) ?? [],
    )[0];
    return kept === undefined
      ? null
      : `variable "${kept}" keeps a code or a whole number: read it where it is`;
  },
};

/** Where a text came from tells whether it is secret; of known numbers, how it looks. */
function secretsOf(caller: string, question: ProofQuestion): (texts: readonly string[]) => boolean {
  const isKnown = /^\+\d{5,}$/.test(caller);
  const [own] = originsOf(caller);
  return (texts) =>
    texts.some((text) => {
      if (isKnown && text.replace(/(?<=\d)[,\s]+(?=\d)/g, '').includes(caller.slice(1))) return true;
      const origins = originsOf(text);
      if (origins.some(({ name, characters }) => characters > 0 && isCode(name, question))) return true;
      const ofNumber = origins.filter(({ name }) => name === own?.name || isNumberOf(name));
      return ofNumber.reduce((sum, { characters }) => sum + characters, 0) > SHOWN_CHARACTERS;
    });
}

/** Every webhook tells the caller's number again. */
function isNumberOf(name: string): boolean {
  return /^(subflow: )?widgets\..*\.(From|Caller)$/.test(name);
}

/** What the contract has the subflow return. */
function isOwnResult(key: string, value: Json, caller: string): boolean {
  return key === NUMBER_KEY && value === caller;
}

/** The flows at every moment, not only at those at which they wait. */
function framesOf(arrival: Arrival): readonly Frame[] {
  return [...stepsIn(arrival).flatMap((step) => step.frames), ...arrival.execution.frames];
}

/** Variables are replaced, never changed, and seen again and again: those that keep no secret. */
const harmless = new WeakSet<JsonObject>();

function secretVariable(
  variables: JsonObject,
  caller: string,
  isSecret: (texts: readonly string[]) => boolean,
): string | null {
  if (harmless.has(variables)) return null;
  const found = Object.entries(variables).find(
    ([key, value]) => !isOwnResult(key, value, caller) && isSecret(textsIn(value)),
  );
  if (found === undefined) harmless.add(variables);
  return found?.[0] ?? null;
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function textsOf(speech: Speech | undefined): string[] {
  return speech === undefined ? [] : [speech.say, speech.play, speech.digits];
}

function spokenBy(wait: Wait | null): Speech | undefined {
  if (wait?.kind === 'speech') return wait.speech;
  return wait?.kind === 'keys' ? wait.prompt : undefined;
}

function writtenBy(wait: Wait | null): string[] {
  return wait?.kind === 'message' || wait?.kind === 'reply' ? [wait.message.body, wait.message.mediaUrl] : [];
}

/** The URL as the flow writes it: parameters are where a number belongs, if anywhere. */
function requestedBy(wait: Wait | null): string[] {
  if (wait?.kind !== 'http' && wait?.kind !== 'function') return [];
  const { url, parameters } = wait.request;
  return [url.replace(new URLSearchParams(parameters).toString(), '')];
}

/** A code goes to `/check-verify` and to nobody else. */
function sendsCode(wait: Wait | null, question: ProofQuestion): boolean {
  if (wait?.kind !== 'http' && wait?.kind !== 'function') return false;
  return sentTexts(wait.request).some((text) =>
    originsOf(text).some(({ name, characters }) => characters > 0 && isCode(name, question)),
  );
}

function sentTexts({ url, body, parameters }: OutgoingRequest): string[] {
  const isCheck = verifyFunctionOf(url) === 'check';
  const given = Object.entries(parameters).filter(([key]) => !isCheck || key !== 'code');
  const isForm = body === new URLSearchParams(parameters).toString();
  return [...given.map(([, value]) => value), ...(isForm ? [] : [body])];
}
