import { assertNever } from '../../../studio/model/assert-never';
import type { Input, Speech } from '../../../studio/model/wait';
import type { Webhooks } from '../executions/webhooks';
import { readTwiml, type TwimlResult } from '../twiml/read-twiml';
import { SILENCE } from '../twiml/to-speech';
import type { GatherVerb, TwimlNote, Verb } from '../twiml/verbs';
import { callParameters } from './call-parameters';
import { fetchTwiml } from './fetch-twiml';
import type { InstructionsUrl, LiveCall, Program } from './program';

/** A flow has the call now, the address is something else, or more executions begin than an account may have. */
export type Entering = 'entered' | 'no-flow' | 'too-many';

/** What TwiML on a call needs. */
export interface TwimlWorld {
  readonly accountSid: string;
  readonly webhooks: Webhooks;
  /**
   * Takes the call over when an address leads to a flow of this account. `extra`: what is sent along, such as the digits of a
   * Gather.
   */
  readonly enterFlow: (live: LiveCall, url: string, extra: Readonly<Record<string, string>>) => Entering;
}

/** Not public: what Twilio says, word for word, when an application fails (error 11200 and its kind). */
const FAILURE: Speech = { ...SILENCE, say: 'Something is wrong with this application. Goodbye.' };

/** Not public: after how many documents Twilio gives a call up. Without an end a circle of redirects would never let time pass. */
const MOST_DOCUMENTS = 1000;

/** https://www.twilio.com/docs/studio/user-guide/studio-faq#rate-limits */
const TOO_MANY: TwimlNote = { code: 20429, message: 'Too many requests: executions start too fast' };

const NO_FALLBACK = { fallbackUrl: '', fallbackMethod: 'POST' } as const;

/**
 * Does on a call what TwiML says (https://www.twilio.com/docs/voice/twiml): one verb after the other, until a document has
 * no more; then the call ends. What cannot be fetched or read goes to the fallback, once, and else ends the call.
 */
export class TwimlProgram implements Program {
  readonly #live: LiveCall;
  readonly #world: TwimlWorld;
  #verbs: readonly Verb[] = [];
  #next = 0;
  #documents = 0;
  #gather: GatherVerb | null = null;
  #source: InstructionsUrl | null = null;

  constructor(live: LiveCall, world: TwimlWorld) {
    this.#live = live;
    this.#world = world;
  }

  /** Begins with a document at hand. */
  run(twiml: string): void {
    this.#source = null;
    this.#take(readTwiml(twiml));
  }

  /** Begins with what an address answers, which may be a flow. */
  fetch(source: InstructionsUrl, extra: Readonly<Record<string, string>> = {}): void {
    const entering = this.#world.enterFlow(this.#live, source.url, extra);
    if (entering === 'entered') return;
    if (entering === 'too-many') {
      this.#source = source;
      this.#fail(TOO_MANY);
      return;
    }
    this.#documents += 1;
    if (this.#documents > MOST_DOCUMENTS) {
      this.#giveUp({
        code: null,
        message: `More than ${MOST_DOCUMENTS} documents: TwiML goes round in circles`,
      });
      return;
    }
    void this.#fetch(source, extra);
  }

  /** Somebody else decides on the call: an answer that is still to come is not wanted any more. */
  stop(): void {
    this.#source = null;
  }

  resume(input: Input): void {
    const gather = this.#gather;
    this.#gather = null;
    if (input.kind === 'hang-up') {
      this.stop();
      this.#live.line.end({ outcome: 'hung-up' });
    } else if (gather !== null && (input.kind === 'keys' || gather.actionOnEmptyResult)) {
      this.#submit(gather, input.kind === 'keys' ? input.digits : '');
    } else this.#go();
  }

  async #fetch(source: InstructionsUrl, extra: Readonly<Record<string, string>>): Promise<void> {
    const { url, method } = source;
    this.#source = source;
    const parameters = { ...callParameters(this.#world.accountSid, this.#live.call), ...extra };
    const result = await fetchTwiml(this.#world.webhooks, { method, url, parameters });
    // Hung up, or sent elsewhere, meanwhile.
    if (this.#source === source) this.#take(result);
  }

  #take(result: TwimlResult): void {
    if (!result.ok) {
      this.#fail(result.note);
      return;
    }
    for (const note of result.notes) this.#live.note(note);
    this.#verbs = result.verbs;
    this.#next = 0;
    this.#go();
  }

  #fail(note: TwimlNote): void {
    const { url = '', fallbackUrl = '', fallbackMethod = 'POST' } = this.#source ?? {};
    if (fallbackUrl === '') {
      this.#giveUp(note);
      return;
    }
    this.#live.note(note);
    const error = { ErrorCode: String(note.code ?? ''), ErrorUrl: url };
    this.fetch({ url: fallbackUrl, method: fallbackMethod, ...NO_FALLBACK }, error);
  }

  #giveUp(note: TwimlNote): void {
    const { line } = this.#live;
    this.#live.note(note);
    line.announce(FAILURE, () => line.end({ outcome: 'failed', ...note }));
  }

  #go(): void {
    const verb = this.#verbs[this.#next];
    this.#next += 1;
    if (verb === undefined) this.#live.line.end({ outcome: 'completed' });
    else this.#do(verb);
  }

  #do(verb: Verb): void {
    const { line } = this.#live;
    switch (verb.kind) {
      case 'speech':
        line.handle({ kind: 'call-wait', wait: verb });
        return;
      case 'gather':
        this.#gather = verb;
        line.handle({ kind: 'call-wait', wait: { ...verb, kind: 'keys', listens: false } });
        return;
      case 'redirect':
        this.#redirect(verb.url, verb.method, {});
        return;
      case 'hangup':
        line.end({ outcome: 'completed' });
        return;
      case 'reject':
        line.end({ outcome: 'completed' }, verb.reason === 'busy' ? 'busy' : 'no-answer');
        return;
      default:
        assertNever(verb);
    }
  }

  #submit({ action, method }: GatherVerb, digits: string): void {
    this.#redirect(action, method, { Digits: digits });
  }

  /** Relative addresses count from the document, an empty one is the document's own. */
  #redirect(address: string, method: 'GET' | 'POST', extra: Readonly<Record<string, string>>): void {
    const base = this.#source?.url;
    if (!URL.canParse(address, base)) {
      this.#giveUp({ code: 11100, message: `Invalid URL format: "${address.slice(0, 100)}"` });
      return;
    }
    const url = new URL(address, base).href;
    this.fetch({ ...NO_FALLBACK, ...this.#source, url, method }, extra);
  }
}
