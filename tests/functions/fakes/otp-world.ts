import { createHash } from 'node:crypto';

import type { Letter } from '../../../functions/lib/otp/courier.private';
import { startDeadline } from '../../../functions/lib/deadline.private';
import { createMessageSender } from '../../../functions/lib/otp/message-engine.private';
import type { MessagingPort } from '../../../functions/lib/otp/messaging-port.private';
import { readOtpSettings } from '../../../functions/lib/otp/otp-settings.private';
import type { OtpTools } from '../../../functions/lib/otp/otp-tools.private';
import { createSecrets } from '../../../functions/lib/otp/secrets.private';
import { createStore } from '../../../functions/lib/otp/store.private';
import type { SyncDocument } from '../../../functions/lib/otp/sync-port.private';
import { createVerifyChecker, createVerifySender } from '../../../functions/lib/otp/verify-engine.private';
import type { Variables } from '../../../functions/lib/settings.private';
import type { Reply } from '../../../functions/lib/twilio-port.private';
import { createFakeChance } from './fake-chance';
import { createFakeSync } from './fake-sync';
import type { FakeSync } from './fake-sync';
import { createFakeTime } from './fake-time';
import type { FakeTime } from './fake-time';
import { createFakeVerify } from './fake-verify';
import type { FakeVerify } from './fake-verify';

/** A text message or a call, as Twilio got it. */
export interface FakeText {
  readonly to: string;
  /** TwiML of a call; the variables of a template. */
  readonly body: string;
  /** Of a text message: seconds. */
  readonly validityPeriod?: number;
}

/** What happens to the n-th request (from 1) that an invocation makes: it is lost on its way there or back, or the process ends. */
export type Mishap = 'lost-before' | 'lost-after' | 'ends-after' | 'refused';

/** Mishaps of one invocation, by number of the request. */
export type Mishaps = ReadonlyMap<number, Mishap>;

/** Everything that the service touches, in memory and on one virtual time. */
export interface OtpWorld {
  readonly time: FakeTime;
  readonly sync: FakeSync;
  readonly verify: FakeVerify;
  readonly texts: readonly FakeText[];
  /** Letters that were dropped or posted, oldest first. */
  readonly letters: readonly Letter[];
  /** HTTP status that the webhook answers from now on. */
  readonly webhook: { status: number };
  /** Fresh tools, as each invocation has them. */
  readonly tools: (mishaps?: Mishaps) => OtpTools;
  /** The code in the newest text. */
  readonly code: () => string;
}

/** The key of client `shop`, and of another one. */
export const KEYS = { shop: 'key-of-the-shop', bank: 'key-of-the-bank' } as const;

const VARIABLES = {
  OTP_ENGINE: 'message',
  OTP_API_KEYS: Object.entries(KEYS)
    .map(([name, key]) => `${name}:${createHash('sha256').update(key).digest('hex')}`)
    .join(','),
  OTP_SECRET: Buffer.alloc(32, 7).toString('base64url'),
  SYNC_SERVICE_SID: `IS${'5'.repeat(32)}`,
  OTP_ALLOWED_COUNTRIES: 'US,ES',
  OTP_FROM: '+14155550199',
};

/** A process that ended: nothing it does after that happens. */
class ProcessEnded extends Error {}

/** Settings as the tests have them, with these in addition. */
export function otpVariables(more: Variables = {}): Variables {
  return { ...VARIABLES, ...more };
}

/** An empty world. `answer` is what Messaging and Voice say to everything. */
export function createOtpWorld(
  more: Variables = {},
  seed = 'world',
  answer: Reply<undefined> = { kind: 'done', value: undefined },
): OtpWorld {
  const time = createFakeTime();
  const sync = createFakeSync(time);
  const verify = createFakeVerify(time);
  const chance = createFakeChance(seed);
  const texts: FakeText[] = [];
  const letters: Letter[] = [];
  const webhook = { status: 200 };
  const remembered = new Map<string, SyncDocument>();
  const lines = new Map<string, Promise<void>>();
  const settings = readOtpSettings(otpVariables(more));
  const messaging: MessagingPort = {
    sendText: async ({ to, content, validityPeriod }) => {
      const body = 'body' in content ? content.body : content.contentVariables;
      return accept(texts, { to, body, validityPeriod }, answer);
    },
    call: async ({ to, twiml }) => accept(texts, { to, body: twiml }, answer),
  };
  const tools = (mishaps: Mishaps = new Map()): OtpTools => {
    const deadline = startDeadline(time);
    const outside = meddler(time, chance.bytes(4), mishaps);
    const verifyTools = {
      settings: { serviceSid: `VA${'2'.repeat(32)}`, checksLineType: false },
      time,
      twilio: outside(verify),
    };
    const senders = {
      message: createMessageSender(outside(messaging), settings, deadline),
      verify: createVerifySender(verifyTools, deadline),
    };
    return {
      settings,
      time,
      chance,
      secrets: createSecrets(settings.secret),
      store: createStore(outside(sync), deadline),
      deadline,
      engines: {
        senderOf: (name) => senders[name],
        checker: () => createVerifyChecker(verifyTools, deadline),
      },
      courier: outside({
        post: async (letter: Letter): Promise<Reply<number>> => {
          letters.push(letter);
          return { kind: 'done', value: webhook.status };
        },
        drop: async (letter: Letter) => accept(letters, letter, { kind: 'done', value: undefined }),
      }),
      origin: 'https://otp.example.twil.io',
      ownOrigin: 'https://otp.example.twil.io',
      authToken: 'the-auth-token',
      remembered,
      lines,
    };
  };
  const code = (): string => /\d{6,10}/.exec(texts.at(-1)?.body ?? '')?.[0] ?? '';
  return { time, sync, verify, texts, letters, webhook, tools, code };
}

function accept<T>(all: T[], one: T, answer: Reply<undefined>): Reply<undefined> {
  if (answer.kind === 'done') all.push(one);
  return answer;
}

/** Lets every request of an invocation take a while, so that many at once mix, and some of them go wrong. */
function meddler(time: FakeTime, seed: Buffer, mishaps: Mishaps) {
  const state = { count: 0, hasEnded: false, seed: seed.readUInt32BE() };
  const pause = (): Promise<void> => {
    state.seed = (Math.imul(state.seed, 1_664_525) + 1_013_904_223) >>> 0;
    const milliseconds = 1 + (state.seed % 20);
    return new Promise((resolve) => void time.after(milliseconds, resolve));
  };
  const meddle = async <T>(ask: () => Promise<Reply<T>>): Promise<Reply<T>> => {
    if (state.hasEnded) throw new ProcessEnded();
    state.count += 1;
    const mishap = mishaps.get(state.count);
    await pause();
    if (mishap === 'lost-before') return { kind: 'unknown' };
    if (mishap === 'refused') return { kind: 'refused', code: 54009 };
    const reply = await ask();
    await pause();
    state.hasEnded = mishap === 'ends-after';
    if (state.hasEnded) throw new ProcessEnded();
    return mishap === 'lost-after' ? { kind: 'unknown' } : reply;
  };
  return <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const ask: unknown = Reflect.get(target, name, receiver);
        if (typeof ask !== 'function') return ask;
        return (...parameters: unknown[]) =>
          meddle(() => Reflect.apply(ask, undefined, parameters) as Promise<Reply<unknown>>);
      },
    });
}
