import type { Visit, Widget } from '../model/widget';
import { outsideWidget } from './outside';
import { literal, template } from './properties';

/** Seconds until `timeout`: the default, and the most that can be set (same page). */
const DEFAULT_TIMEOUT_SECONDS = 14_400;

/**
 * Hands the call, or the answer to a message, over to other TwiML until that redirects back with `FlowEvent=return`
 * (https://www.twilio.com/docs/studio/widget-library/twiml-redirect). `fail` is for a URL that cannot be read, never for what a
 * server answers.
 */
export const addTwimlRedirect: Widget = outsideWidget({
  type: 'add-twiml-redirect',
  properties: {
    url: { ...template, required: true },
    method: { ...literal, enumeration: ['GET', 'POST'] },
    timeout: { ...literal, alsoInteger: true },
  },
  events: ['return', 'timeout', 'fail'],
  needsCall: false,
  usesCall: true,
  analysis: {
    outputs: () => 'any',
    noticed: () => ({ return: 'heard' }),
    trouble: { timeout: 'the other TwiML did not return in time', fail: 'the URL cannot be read' },
  },
  timeoutSeconds,
  refuses: (visit) => (isReadable(visit) ? undefined : 'fail'),
});

/** Not public: what 0 means; people saw that the execution stays active, so here it never comes back by `timeout`. */
function timeoutSeconds(visit: Visit): number | null {
  const set = visit.property('timeout') ?? '';
  const seconds = set === '' ? DEFAULT_TIMEOUT_SECONDS : Number(set);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, DEFAULT_TIMEOUT_SECONDS) : null;
}

function isReadable(visit: Visit): boolean {
  const url = visit.text('url');
  const holds = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return visit.decide({ kind: 'text', question: 'is a URL', texts: [url], holds });
}
