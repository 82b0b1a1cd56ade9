import { flowUrl } from '../../../../scripts/emulator/executions/flow-url';
import { newPhoneNumber } from '../../../../scripts/emulator/voice/phone-number';
import { flow, FLOW_SID, IVR, state } from '../../../support/flows';
import { twiml } from '../../../support/outgoing-calls';
import { call, owner, passIn as pass, phoneWorld } from '../../../support/phone-world';

const APPLICATION = 'http://127.0.0.1:5000/voice';
const WEBHOOK = flowUrl(owner.sid, FLOW_SID);
const GREETING = flow(state('greet', 'say-play', { say: 'Key {{trigger.call.Digits}}' }, {}));

/** A world whose number leads to an application. */
function world(more: object = {}): ReturnType<typeof phoneWorld> {
  const made = phoneWorld(GREETING);
  const number = newPhoneNumber('PN1', IVR, 0);
  const voiceFallbackUrl = 'http://127.0.0.1:5000/fallback';
  made.store.phoneNumbers.set('PN1', { ...number, voiceUrl: APPLICATION, voiceFallbackUrl, ...more });
  return made;
}

describe('a number that leads to TwiML', () => {
  test('does what that says', async () => {
    const made = world();
    made.applications.answers.set(APPLICATION, twiml('<Say>Hello</Say>'));
    const { events } = call(made);
    await pass(made, 5);
    expect(events).toEqual(['answered', 'says Hello', 'said Hello', 'over completed {}']);
  });

  test('can be led on into a flow', async () => {
    const made = world();
    made.applications.answers.set(APPLICATION, twiml(`<Gather action="${WEBHOOK}" numDigits="1"/>`));
    const { call: line, events } = call(made);
    await pass(made, 1);
    line.press('4');
    await pass(made, 5);
    expect(events).toContain('said Key 4');
    expect([...made.store.executions.values()]).toMatchObject([{ initiatedBy: line.sid }]);
  });

  test('goes to the fallback of the number when that fails', async () => {
    const made = world();
    made.applications.answers.set('http://127.0.0.1:5000/fallback', twiml('<Say>Sorry</Say>'));
    const { events } = call(made);
    await pass(made, 5);
    expect(events).toEqual(['warning 11200', 'answered', 'says Sorry', 'said Sorry', 'over completed {}']);
  });

  test('tells the status callback of the number how the call ended', async () => {
    const statusCallback = 'http://127.0.0.1:5000/status';
    const made = world({ statusCallback });
    made.applications.answers.set(APPLICATION, twiml('<Say>Hello</Say>'));
    call(made);
    await pass(made, 5);
    expect(made.applications.asked.at(-1)).toMatchObject({
      url: statusCallback,
      parameters: { CallStatus: 'completed', CallDuration: '0' },
    });
  });
});
