import { parseXml, type XmlElement } from './parse-xml';
import { readGather } from './read-gather';
import { toSpeech } from './to-speech';
import type { TwimlNote, Verb } from './verbs';

/** The verbs of a document, or why it is none. `notes`: what Twilio would complain of, and what is not imitated. */
export type TwimlResult =
  | { readonly ok: true; readonly verbs: readonly Verb[]; readonly notes: readonly TwimlNote[] }
  | { readonly ok: false; readonly note: TwimlNote };

/** Verbs that Twilio has and the local one leaves out. */
const NOT_IMITATED = [
  'Connect',
  'Dial',
  'Echo',
  'Enqueue',
  'Leave',
  'Message',
  'Pay',
  'Prompt',
  'Queue',
  'Record',
  'Refer',
  'Siprec',
  'Sms',
  'Start',
  'Stop',
];

/**
 * Reads a TwiML document. What is no XML, or has another root than `Response`, is refused as at Twilio
 * (https://www.twilio.com/docs/api/errors/12100); an unknown verb is left out with a warning
 * (https://www.twilio.com/docs/api/errors/12200), one that is not imitated with a note that says so.
 */
export function readTwiml(text: string): TwimlResult {
  const document = parseXml(text);
  if (!document.ok) return { ok: false, note: parseFailure(document.problem) };
  if (document.root.name !== 'Response') {
    return { ok: false, note: parseFailure('The root is not <Response>') };
  }
  const steps = document.root.children.map(readStep);
  return {
    ok: true,
    verbs: steps.flatMap(({ verb }) => verb ?? []),
    notes: steps.flatMap(({ notes }) => notes),
  };
}

interface Step {
  readonly verb: Verb | null;
  readonly notes: readonly TwimlNote[];
}

function readStep(node: XmlElement | string): Step {
  if (typeof node === 'string')
    return without(node.trim() === '' ? [] : [unexpected('Text between the verbs')]);
  switch (node.name) {
    case 'Say':
    case 'Play':
    case 'Pause':
      return step({ kind: 'speech', speech: toSpeech(node) });
    case 'Gather':
      return readGather(node);
    case 'Redirect':
      return step({ kind: 'redirect', url: textOf(node), method: methodOf(node.attributes.method) });
    case 'Hangup':
      return step({ kind: 'hangup' });
    case 'Reject':
      return step({ kind: 'reject', reason: node.attributes.reason === 'busy' ? 'busy' : 'rejected' });
    default:
      return without([unknownVerb(node.name)]);
  }
}

function step(verb: Verb): Step {
  return { verb, notes: [] };
}

function without(notes: readonly TwimlNote[]): Step {
  return { verb: null, notes };
}

function textOf({ children }: XmlElement): string {
  return children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}

/** `POST` unless it says `GET`, in any case. */
export function methodOf(text = 'POST'): 'GET' | 'POST' {
  return text.toUpperCase() === 'GET' ? 'GET' : 'POST';
}

function unknownVerb(name: string): TwimlNote {
  if (NOT_IMITATED.includes(name)) {
    return { code: null, message: `<${name}> is not imitated by the local Twilio and was left out` };
  }
  return unexpected(`<${name}>`);
}

function unexpected(what: string): TwimlNote {
  return { code: 12200, message: `Schema validation warning: ${what} is not known here and was left out` };
}

function parseFailure(problem: string): TwimlNote {
  return { code: 12100, message: `Document parse failure: ${problem}` };
}
