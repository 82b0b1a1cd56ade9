import { assertNever } from '../../studio/model/assert-never';
import type { LineEvent } from '../emulator/voice/line';
import type { Entry } from './entry';
import type { CallView, Change, PhoneView } from './phone-view';
import { secondsOf } from './phone-view';
import { cutSpeech, wholeSpeech } from './speech-entry';

/** https://www.twilio.com/docs/api/errors/81002 */
const EVENT_IGNORED = 81002;

/** The code of notes that Twilio would not write: what the local one leaves out of TwiML. */
const OWN_NOTE = 0;

/** What the phone shows after something was heard on the line at `now`. Pure; events of no call change nothing. */
export function hear(view: PhoneView, event: LineEvent, now: number): Change {
  if (view.call === null) return { view, entries: [] };
  const call = view.call;
  const seconds = secondsOf(call, now);
  switch (event.kind) {
    case 'answered':
      return { view, entries: [] };
    case 'speaking': {
      const { speech, takesKeys } = event;
      const speaking = { speech, seconds: event.seconds, since: now, takesKeys };
      return tell({ ...call, speaking, isListening: false }, [
        ...cutSpeech(call, now),
        ...trailOf(call, seconds),
      ]);
    }
    case 'spoken':
      return tell({ ...call, speaking: null }, wholeSpeech(call));
    case 'listening':
      return { view: { call: { ...call, isListening: true } }, entries: [] };
    case 'keys':
      return tell({ ...call, speaking: null, isListening: false, typed: '' }, [
        ...cutSpeech(call, now),
        { kind: 'keys', seconds, keys: typedAs(call.typed, event.digits) },
      ]);
    case 'silence':
      return tell({ ...call, isListening: false, typed: '' }, [{ kind: 'silence', seconds }]);
    case 'request':
      return tell(call, [...trailOf(call, seconds), requestOf(event, seconds)]);
    case 'message':
      return tell(call, [...trailOf(call, seconds), messageOf(event.message, seconds)]);
    case 'log':
      return hearLog(call, event.entry, now);
    case 'over':
      return {
        view: { call: null },
        entries: [...cutSpeech(call, now), ...trailOf(call, seconds), overOf(event, seconds)],
      };
    default:
      return assertNever(event);
  }
}

type Of<Kind extends LineEvent['kind']> = Extract<LineEvent, { kind: Kind }>;

/** Entries use up the trail: whoever tells something has told the trail before it. */
function tell(call: CallView, entries: readonly Entry[]): Change {
  const hasTold = entries.some((entry) => entry.kind === 'widgets');
  return { view: { call: hasTold ? { ...call, trail: [] } : call }, entries };
}

function hearLog(before: CallView, entry: Of<'log'>['entry'], now: number): Change {
  // The flow has moved on: whatever was being said is over.
  const cut = cutSpeech(before, now);
  const call: CallView = { ...before, speaking: null };
  // Studio warns so at every hang-up; whoever hung up knows.
  if (entry.kind === 'warning' && entry.code === EVENT_IGNORED) return { view: { call }, entries: [...cut] };
  if (entry.kind === 'warning') {
    const text =
      entry.code === OWN_NOTE ? entry.message : `Studio warns (${String(entry.code)}): ${entry.message}`;
    return { view: { call }, entries: [...cut, { kind: 'warning', seconds: secondsOf(call, now), text }] };
  }
  const widget = entry.next ?? entry.widget;
  // Every flow begins with its trigger: no news.
  const trail = entry.type === 'trigger' ? call.trail : [...call.trail, entry.widget];
  return { view: { call: { ...call, widget, trail } }, entries: cut };
}

function trailOf(call: CallView, seconds: number): Entry[] {
  return call.trail.length === 0 ? [] : [{ kind: 'widgets', seconds, names: call.trail }];
}

/** The finish key ends the input and is no part of it, but the caller pressed it. */
function typedAs(typed: string, digits: string): string {
  return typed.endsWith(`${digits}#`) ? `${digits}#` : digits;
}

function requestOf(event: Of<'request'>, seconds: number): Entry {
  const path = URL.canParse(event.url) ? new URL(event.url).pathname : event.url;
  return { kind: 'request', seconds, method: event.method, path, status: event.status };
}

function messageOf(message: Of<'message'>['message'], seconds: number): Entry {
  return { kind: 'message', seconds, channel: message.channel, to: message.to, body: message.body };
}

function overOf(event: Of<'over'>, seconds: number): Entry {
  const { ending, result } = event;
  const status = result['status'] ?? '';
  return {
    kind: 'over',
    seconds,
    outcome: ending.outcome,
    status,
    isVerified: status === 'approved' && result['verified'] === 'true',
    message: ending.outcome === 'failed' ? ending.message : '',
  };
}
