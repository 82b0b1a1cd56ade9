import type { Store } from '../../store';
import { methodOf } from '../../twiml/read-twiml';
import { problemOfEnds } from '../../voice/call-ends';
import type { Instructions } from '../../voice/call-instructions';
import type { CallOrder } from '../../voice/call-order';
import { PROGRESS_EVENTS } from '../../voice/call-progress';
import type { ApiError } from '../answers';
import type { Parameters } from '../parameters';
import { callErrors, notImitated } from './call-errors';

interface Refused {
  readonly ok: false;
  readonly error: ApiError;
}

/** A call that can be made, or why Twilio refuses it. */
export type CallOrderResult = { readonly ok: true; readonly order: CallOrder } | Refused;

/** What is to become of a call that was placed. */
export type CallChange =
  | { readonly ok: true; readonly status: 'canceled' | 'completed' }
  | { readonly ok: true; readonly instructions: Instructions }
  | Refused;

/** Parameters without which a call would be another one. */
const NOT_IMITATED = ['MachineDetection', 'AsyncAmd', 'ApplicationSid', 'Record', 'SendDigits', 'Byoc'];

/** Seconds (https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource). */
const [DEFAULT_TIMEOUT, LONGEST_TIMEOUT] = [60, 600];

/** Reads the form of a new call. Not public: which error comes first when there are several. */
export function readCallOrder(form: Parameters, store: Store): CallOrderResult {
  const instructions = instructionsOf(form);
  const error =
    refusalOfEnds(form, store) ??
    (instructions === null ? callErrors.invalidUrl : null) ??
    refusalOfSettings(form);
  if (error !== null || instructions === null) return { ok: false, error: error ?? callErrors.invalidUrl };
  return { ok: true, order: orderOf(form, instructions) };
}

/** Reads the form of a change. */
export function readCallChange(form: Parameters): CallChange {
  const status = form.optional('Status');
  const isAlone = form.optional('Url') === undefined && form.optional('Twiml') === undefined;
  if (status !== undefined) {
    const isKnown = status === 'canceled' || status === 'completed';
    return isKnown && isAlone ? { ok: true, status } : { ok: false, error: callErrors.wrongChange };
  }
  const instructions = instructionsOf(form);
  return instructions === null ? { ok: false, error: callErrors.invalidUrl } : { ok: true, instructions };
}

function orderOf(form: Parameters, instructions: Instructions): CallOrder {
  const wanted = form.all('StatusCallbackEvent').flatMap((text) => text.split(/[ ,]+/));
  const events = PROGRESS_EVENTS.filter((event) => wanted.includes(event));
  return {
    from: form.text('From'),
    to: form.text('To'),
    instructions,
    statusCallback: {
      url: form.text('StatusCallback'),
      method: methodOf(form.optional('StatusCallbackMethod')),
      events: events.length === 0 ? ['completed'] : events,
    },
    timeoutSeconds: Math.min(form.integer('Timeout') ?? DEFAULT_TIMEOUT, LONGEST_TIMEOUT),
  };
}

function refusalOfEnds(form: Parameters, store: Store): ApiError | null {
  const problem = problemOfEnds(store, { from: form.text('From'), to: form.text('To') });
  return problem === null ? null : callErrors[problem];
}

function refusalOfSettings(form: Parameters): ApiError | null {
  const timeout = form.integer('Timeout') ?? DEFAULT_TIMEOUT;
  if (!(timeout > 0)) return callErrors.invalidTimeout;
  const unknown = NOT_IMITATED.find((name) => !['', 'false'].includes(form.text(name)));
  return unknown === undefined ? null : notImitated(unknown);
}

/** Twiml counts before Url, as at Twilio; null: there is neither, or the address is none. */
function instructionsOf(form: Parameters): Instructions | null {
  const twiml = form.text('Twiml');
  if (twiml !== '') return { twiml };
  const url = form.text('Url');
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  return {
    url,
    method: methodOf(form.optional('Method')),
    fallbackUrl: form.text('FallbackUrl'),
    fallbackMethod: methodOf(form.optional('FallbackMethod')),
  };
}
