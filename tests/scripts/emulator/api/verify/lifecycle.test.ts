import { type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';
import { type Caller, createCaller } from './caller';

const to = '+14155550100';
const minute = 60_000;
let twilio: LocalTwilio;
let caller: Caller;

beforeEach(async () => {
  twilio = await startLocalTwilio();
  const { sid } = await twilio.client.verify.v2.services.create({ friendlyName: 'Example' });
  caller = createCaller(twilio, sid, to);
});
afterEach(() => twilio.stop());

/** One thing that happens, and what it answers. */
type Step = readonly [act: () => Promise<string>, answer: string];

const start = () => caller.start();
const startCall = () => caller.start('call');
const right = () => caller.check(caller.code());
const wrong = () => caller.check(caller.wrongCode());
const fetch = () => caller.fetch();
const cancel = () => caller.update('canceled');
const approve = () => caller.update('approved');
const wait = (minutes: number) => (): Promise<string> => {
  twilio.clock.advance(minutes * minute);
  return Promise.resolve('');
};
const times = (count: number, step: Step): Step[] => Array.from({ length: count }, () => step);

const started: Step = [start, 'pending'];
const guessed: Step = [wrong, 'pending'];
const gone = '20404/404';

const lifecycles: Record<string, readonly Step[]> = {
  'approves the right code': [started, [right, 'approved']],
  'answers a wrong code with pending': [started, guessed, [fetch, 'pending'], [right, 'approved']],
  'refuses the sixth check': [started, ...times(5, guessed), [right, '60202/429'], [wrong, '60202/429']],
  'can be fetched without guesses left': [started, ...times(5, guessed), [fetch, 'max_attempts_reached']],
  'refuses a start while out of guesses': [started, ...times(5, guessed), [start, '60202/429']],
  'starts again once out of guesses and expired': [started, ...times(5, guessed), [wait(10), ''], started],
  'refuses the sixth send': [...times(5, started), [start, '60203/429'], [right, 'approved']],
  'counts sends on every channel together': [
    ...times(4, started),
    [startCall, 'pending'],
    [start, '60203/429'],
  ],
  'sends again after approval': [...times(5, started), [right, 'approved'], started],
  'sends again after expiry': [...times(5, started), [wait(10), ''], started],
  'sends again after cancelling': [...times(5, started), [cancel, 'canceled'], started],
  'keeps counting checks after a resend': [
    started,
    ...times(4, guessed),
    started,
    guessed,
    [right, '60202/429'],
  ],
  'is good until ten minutes are over': [started, [wait(9.99), ''], [fetch, 'pending'], [right, 'approved']],
  'is not found after ten minutes': [started, [wait(10), ''], [right, gone], [fetch, gone], [cancel, gone]],
  'gets no more time by a resend': [started, [wait(9), ''], started, [wait(1), ''], [right, gone]],
  'is not found after approval': [started, [right, 'approved'], [right, gone], [fetch, gone], [cancel, gone]],
  'is not found when never started': [
    [() => caller.check('123456'), gone],
    [fetch, gone],
  ],
  'can be fetched but not checked after cancelling': [
    started,
    [cancel, 'canceled'],
    [fetch, 'canceled'],
    [right, gone],
  ],
  'can be approved without a code': [started, [approve, 'approved'], [fetch, gone]],
  'does not change once cancelled': [started, [cancel, 'canceled'], [approve, '60441/409']],
  'does not change without guesses left': [started, ...times(5, guessed), [cancel, '60441/409']],
};

describe('verification', () => {
  test.each(Object.entries(lifecycles))('%s', async (_name, steps) => {
    const answers: string[] = [];
    for (const [act] of steps) answers.push(await act());
    expect(answers).toEqual(steps.map(([, answer]) => answer));
  });

  test('keeps SID and code on resend, and the channel changes', async () => {
    await start();
    const code = caller.code();
    await startCall();
    const [first, second] = twilio.exchanges
      .slice(-2)
      .map((exchange) => exchange.body as Record<string, unknown>);
    expect(second?.sid).toBe(first?.sid);
    expect(second).toMatchObject({
      channel: 'call',
      send_code_attempts: [{ channel: 'SMS' }, { channel: 'CALL' }],
    });
    expect(twilio.context.inbox.messagesTo(to).map((message) => message.channel)).toEqual(['call', 'sms']);
    expect(caller.code()).toBe(code);
  });

  test.each([
    ['approval', right],
    ['cancelling', cancel],
    ['expiry', wait(10)],
  ])('has a new SID and code after %s', async (_name, end) => {
    await start();
    const [code, body] = [caller.code(), twilio.exchanges.at(-1)?.body as { sid: string }];
    await end();
    await start();
    expect(caller.code()).not.toBe(code);
    expect(twilio.exchanges.at(-1)?.body).not.toMatchObject({ sid: body.sid });
    expect(await caller.check(code)).toBe('pending');
  });

  test('is not approved by the code of another number', async () => {
    const { sid } = await twilio.client.verify.v2.services.create({ friendlyName: 'Example' });
    const [one, other] = [createCaller(twilio, sid, to), createCaller(twilio, sid, '+14155550101')];
    await one.start();
    await other.start();
    expect(await one.check(other.code())).toBe('pending');
  });

  test('never shows its code in an answer', async () => {
    await start();
    const code = caller.code();
    await fetch();
    await twilio.client.messages.list();
    await right();
    expect(code).toMatch(/^\d{6}$/);
    const answers = twilio.exchanges.map((exchange) => JSON.stringify(exchange.body));
    expect(answers.filter((answer) => answer.includes(code))).toEqual([]);
  });
});
