import type { RequestResult } from '../../../studio/model/wait';
import type { WebhookRequest, Webhooks } from '../executions/webhooks';
import { readTwiml, type TwimlResult } from '../twiml/read-twiml';
import { SILENCE } from '../twiml/to-speech';
import type { TwimlNote } from '../twiml/verbs';

/** Why there is no answer, as Twilio's error codes say it: https://www.twilio.com/docs/api/errors/11200 and so on. */
const FAILURES = {
  timeout: { code: 11200, message: 'HTTP retrieval failure: no answer in time' },
  network: { code: 11200, message: 'HTTP retrieval failure: nothing answers there' },
  'malformed-url': { code: 11100, message: 'Invalid URL format' },
  'too-large': { code: 11750, message: 'TwiML response body too large' },
} as const;

/** Asks an application what to do on a call. Never rejects. */
export async function fetchTwiml(webhooks: Webhooks, request: WebhookRequest): Promise<TwimlResult> {
  return readAnswer(await webhooks(request), request.url);
}

/**
 * An answer as TwiML: by its content type also a text to say or an audio file to play
 * (https://www.twilio.com/docs/voice/twiml#twilio-understands-mime-types).
 */
function readAnswer(result: RequestResult, url: string): TwimlResult {
  if ('failure' in result) return { ok: false, note: FAILURES[result.failure] };
  if (result.status >= 400) return failed(11200, `HTTP retrieval failure: status ${result.status}`);
  const type = result.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^(?:text|application)\/xml$|^text\/html$/.test(type)) return readTwiml(result.body);
  if (type.startsWith('audio/')) return speech({ play: url });
  if (type === 'text/plain') return speech({ say: result.body });
  return failed(12300, `Invalid Content-Type: "${type.slice(0, 50)}"`);
}

function speech(what: { readonly say: string } | { readonly play: string }): TwimlResult {
  return { ok: true, verbs: [{ kind: 'speech', speech: { ...SILENCE, ...what } }], notes: [] };
}

function failed(code: number, message: string): { readonly ok: false; readonly note: TwimlNote } {
  return { ok: false, note: { code, message } };
}
