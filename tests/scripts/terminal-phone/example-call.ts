import { hear } from '../../../scripts/terminal-phone/hear';
import type { Entry } from '../../../scripts/terminal-phone/entry';
import { dialled } from '../../../scripts/terminal-phone/phone-view';
import { press } from '../../../scripts/terminal-phone/press';
import type { PhoneView } from '../../../scripts/terminal-phone/phone-view';
import type { LineEvent } from '../../../scripts/emulator/voice/line';
import type { Speech } from '../../../studio/model/wait';

/** What happens on the line, or a key, and how many seconds after the one before. */
export type Moment = readonly [secondsLater: number, what: LineEvent | { readonly pressed: string }];

/** A speech in English. */
export function say(text: string, loop = 1): Speech {
  return { say: text, play: '', digits: '', language: 'en-US', voice: 'default', loop };
}

const CODE_MESSAGE: LineEvent = {
  kind: 'message',
  message: {
    sid: 'SM1',
    from: '+15005550006',
    to: '+14155550100',
    body: 'Your Hotline verification code is: 123456',
    direction: 'outbound-api',
    channel: 'sms',
    status: 'delivered',
    errorCode: null,
    messagingServiceSid: null,
    dateCreated: 0,
    dateSent: 0,
    dateUpdated: 0,
  },
};

/** A step of a flow. */
export function step(widget: string, next: string | null): LineEvent {
  return {
    kind: 'log',
    entry: {
      kind: 'step',
      flowSid: 'FW1',
      widget,
      type: 'say-play',
      event: 'audioComplete',
      next,
      frames: [],
    },
  };
}

/** Lives through a call: what the phone told, and what it shows at the end. */
export function liveThrough(moments: readonly Moment[]): { entries: Entry[]; view: PhoneView; now: number } {
  let now = 0;
  const start = dialled('+14155550100', '+14155550199', now);
  let view = start.view;
  const entries = [...start.entries];
  for (const [secondsLater, what] of moments) {
    now += secondsLater * 1000;
    if ('pressed' in what) {
      const { view: next, entries: told } = press(view, what.pressed, now);
      view = next;
      entries.push(...told);
      continue;
    }
    const change = hear(view, what, now);
    view = change.view;
    entries.push(...change.entries);
  }
  return { entries, view, now };
}

const URL = 'https://verify-1000-dev.twil.io/start-verify';
const REQUEST: LineEvent = {
  kind: 'request',
  method: 'POST',
  url: URL,
  status: 200,
  exchange: {
    request: { method: 'POST', url: URL, contentType: '', body: '', parameters: {}, addTwilioAuth: false },
    result: { status: 200, contentType: 'application/json', body: '{}' },
  },
};

/** A caller who keys in the right code before the prompt is over. */
export const RIGHT_CODE: readonly Moment[] = [
  [0, { kind: 'answered' }],
  [0, { kind: 'speaking', speech: say('Hello, and thank you for calling.'), seconds: 2, takesKeys: false }],
  [2, { kind: 'spoken', speech: say('Hello, and thank you for calling.') }],
  [0, step('welcome', 'run_verify')],
  [0, step('run_verify/start_verify', 'run_verify/ask_for_code')],
  [0, REQUEST],
  [1, CODE_MESSAGE],
  [
    0,
    {
      kind: 'speaking',
      speech: say('Please key in the six digits of the code we sent you.'),
      seconds: 4,
      takesKeys: true,
    },
  ],
  [2, { pressed: '1' }],
  [1, { pressed: '2' }],
  [0, { pressed: '#' }],
  [0, { kind: 'keys', digits: '12' }],
  [0, step('run_verify/ask_for_code', 'run_verify/check_verify')],
  [1, { kind: 'over', ending: { outcome: 'completed' }, result: { status: 'approved', verified: 'true' } }],
];
