import { flowUrl } from '../../../../scripts/emulator/executions/flow-url';
import { newPhoneNumber } from '../../../../scripts/emulator/voice/phone-number';
import { flow, FLOW_SID, IVR, state } from '../../../support/flows';
import { twiml } from '../../../support/outgoing-calls';
import { call, owner, passIn as pass, type PhoneWorld, phoneWorld } from '../../../support/phone-world';

const APPLICATION = 'http://127.0.0.1:5000/voice';
const WEBHOOK = flowUrl(owner.sid, FLOW_SID);
const RETURN = `${WEBHOOK}?FlowEvent=return&amp;choice=sales`;

const LEAVING = flow(
  state(
    'leave',
    'add-twiml-redirect',
    { url: APPLICATION, timeout: '60' },
    { return: 'back', timeout: 'late', fail: '' },
  ),
  state('back', 'say-play', { say: 'Back with {{widgets.leave.choice}}' }, { audioComplete: '' }),
  state('late', 'set-variables', { variables: [{ key: 'late', value: 'yes' }] }, { next: 'back' }),
);

/** Calls the flow, whose application answers this, and waits. */
async function callOf(answer: string, { seconds = 30, definition = LEAVING } = {}) {
  const world = phoneWorld(definition);
  world.applications.answers.set(APPLICATION, twiml(answer));
  const heard = call(world);
  await pass(world, seconds);
  return { world, ...heard, steps: stepsIn(world) };
}

const stepsIn = ({ store }: PhoneWorld) =>
  [...store.executions.values()].map(({ steps }) => steps.map(({ widget, event }) => `${widget} ${event}`));

const endingsIn = ({ store }: PhoneWorld) =>
  [...store.executions.values()].map(({ state: { ending } }) => ending?.outcome);

describe('a flow on a call', () => {
  test('goes on in the same execution when other TwiML returns', async () => {
    const { events, steps } = await callOf(`<Say>Elsewhere</Say><Redirect>${RETURN}</Redirect>`);
    expect(events.filter((event) => !event.startsWith('said'))).toEqual([
      'answered',
      'says Elsewhere',
      'says Back with sales',
      'over completed {}',
    ]);
    expect(steps).toEqual([['Trigger incomingCall', 'leave return', 'back audioComplete']]);
  });

  test('gets what the other TwiML posts on its way back', async () => {
    const world = phoneWorld(LEAVING);
    world.applications.answers.set(APPLICATION, twiml(`<Gather action="${RETURN}" numDigits="1"/>`));
    const { call: line } = call(world);
    await pass(world, 1);
    line.press('7');
    const [execution] = [...world.store.executions.values()];
    expect(execution?.state.frames[0]?.widgets).toEqual({
      leave: expect.objectContaining({ choice: 'sales', Digits: '7', CallSid: line.sid }),
    });
  });

  test('asks for other TwiML as Twilio does', async () => {
    const { world, call: line } = await callOf('<Hangup/>');
    expect(world.applications.asked).toMatchObject([
      { method: 'POST', url: APPLICATION, parameters: { CallSid: line.sid, CallStatus: 'ringing' } },
    ]);
  });

  test.each([
    ['runs out', '<Say>Elsewhere</Say>'],
    ['hangs up', '<Hangup/>'],
    ['is none', 'no TwiML <'],
  ])('ends with the call when other TwiML %s', async (_what, answer) => {
    const { world, events, steps } = await callOf(answer);
    expect(events.filter((event) => event.startsWith('over'))).toHaveLength(1);
    expect(endingsIn(world)).toEqual(['hung-up']);
    expect(steps).toEqual([['Trigger incomingCall']]);
  });

  test('ends when the caller hangs up elsewhere', async () => {
    const { world, call: line, events } = await callOf('<Pause length="50"/>', { seconds: 5 });
    line.hangUp();
    expect(events.at(-1)).toBe('over hung-up {}');
    expect(endingsIn(world)).toEqual(['hung-up']);
  });

  test('leaves by timeout and cannot have the call back', async () => {
    const late = `<Pause length="70"/><Say>Still here</Say>`;
    const { world, events, steps } = await callOf(late, { seconds: 80 });
    expect(steps).toEqual([['Trigger incomingCall', 'leave timeout', 'late next']]);
    expect(endingsIn(world)).toEqual(['hung-up']);
    expect(events).toContain('said Still here');
    expect(events).not.toContainEqual(expect.stringContaining('Back'));
    expect(events.at(-1)).toBe('over completed {}');
  });

  test.each([
    ['after the timeout', RETURN, 70, ['leave timeout', 'late next']],
    ['without the event', WEBHOOK, 1, []],
  ])('starts anew when other TwiML returns %s', async (_what, back, length, first) => {
    const answer = `<Pause length="${String(length)}"/><Redirect>${back}</Redirect>`;
    const { steps } = await callOf(answer, { seconds: length + 1 });
    expect(steps.slice(0, 2)).toEqual([
      ['Trigger incomingCall', ...first],
      expect.arrayContaining(['Trigger incomingCall']),
    ]);
  });

  test('may leave a subflow and return to it', async () => {
    const sid = `FW${'2'.repeat(32)}`;
    const parent = flow(
      state('run', 'run-subflow', { flow_sid: sid, flow_revision: 'LatestPublished' }, { completed: '' }),
    );
    const world = phoneWorld(parent, { [sid]: LEAVING });
    world.applications.answers.set(APPLICATION, twiml(`<Redirect>${RETURN}</Redirect>`));
    call(world);
    await pass(world, 10);
    expect(stepsIn(world)[0]).toContain('run/leave return');
    expect(endingsIn(world)).toEqual(['completed']);
  });

  test('tells the flow what an address adds to its webhook', async () => {
    const world = phoneWorld(LEAVING);
    world.store.phoneNumbers.set('PN1', {
      ...newPhoneNumber('PN1', IVR, 0),
      voiceUrl: `${WEBHOOK}?task=WT1`,
    });
    call(world);
    await pass(world, 1);
    const [execution] = [...world.store.executions.values()];
    expect(execution?.state.trigger.parameters).toMatchObject({ task: 'WT1', To: IVR });
  });

  test('leaves the call to other TwiML when the execution is ended', async () => {
    const { world, events } = await callOf('<Say>One</Say><Pause length="9"/><Say>Two</Say>', { seconds: 3 });
    for (const { sid } of world.store.executions.values()) world.executions.resume(sid, { kind: 'end' });
    await pass(world, 20);
    expect(events).toContain('said Two');
    expect(endingsIn(world)).toEqual(['stopped']);
  });
});
