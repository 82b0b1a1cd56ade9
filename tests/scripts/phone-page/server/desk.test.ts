import type { PageChange } from '../../../../scripts/phone-page/model/page-change';
import { applyChange } from '../../../../scripts/phone-page/model/page-change';
import type { PageState } from '../../../../scripts/phone-page/model/page-state';
import { createDesk } from '../../../../scripts/phone-page/server/desk';
import { placesOf } from '../../../../scripts/phone-page/server/flow-picture';
import { FLOW_SID, flow, state } from '../../../support/flows';
import { phoneWorld } from '../../../support/phone-world';
import { EMPTY } from '../page-states';

const FLOW = flow(
  state(
    'ask',
    'gather-input-on-call',
    { say: 'Key in a code..', timeout: 5 },
    { keypress: 'check', timeout: 'check' },
  ),
  state(
    'check',
    'run-function',
    {
      url: 'https://verify.twil.io/check-verify',
      parameters: [{ key: 'code', value: '{{widgets.ask.Digits}}' }],
    },
    { success: 'done', fail: 'done' },
  ),
  state('done', 'say-play', { say: 'Thanks, goodbye' }, { audioComplete: '' }),
);

const PROOF = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhYmMifQ.c2lnbmF0dXJl';

function onCall() {
  const world = phoneWorld(FLOW);
  let page: PageState = EMPTY;
  const desk = createDesk({
    now: world.clock.now,
    tell: (change: PageChange) => {
      // What goes to a browser goes there as JSON.
      page = applyChange(page, JSON.parse(JSON.stringify(change)) as PageChange);
    },
    locate: (number, widget) => placesOf(world.store, number, widget),
  });
  const dialled = world.dial();
  if (!dialled.ok) throw new Error(dialled.problem);
  desk.take(dialled.call);
  return { world, desk, page: () => page };
}

describe('Desk', () => {
  test('shows a call that rings', () => {
    const { desk, page } = onCall();
    expect(page().call).toMatchObject({ isAnswered: false, endedAt: null, speaking: null });
    expect(page().log).toMatchObject([{ kind: 'call', title: '…00 calls …99', status: 'on the line' }]);
    expect(desk.isOnCall()).toBe(true);
  });

  test('shows what is said, and where in the flow', () => {
    const { world, page } = onCall();
    world.clock.advance(0);
    expect(page().call).toMatchObject({
      isAnswered: true,
      at: [{ flow: FLOW_SID, widget: 'ask' }],
      speaking: { text: 'Key in a code..', seconds: 1 },
      steps: [{ flow: FLOW_SID, widget: 'Trigger', event: 'incomingCall', to: 'ask' }],
    });
  });

  test('shows keys as they are pressed, until they are taken', () => {
    const { world, desk, page } = onCall();
    world.clock.advance(1000);
    desk.press('12');
    expect(page().call).toMatchObject({ typed: '12', isListening: true });
    desk.press('#');
    expect(page().call).toMatchObject({ typed: '', isListening: false });
    expect(page().call?.entries.at(-1)).toMatchObject({ kind: 'keys', keys: '12#' });
  });

  test('shows what a Function was asked and answered, code and proof hidden', async () => {
    const { world, desk, page } = onCall();
    world.clock.advance(1000);
    desk.press('123456#');
    world.clock.advance(40);
    world.requests[0]?.answer({
      status: 200,
      contentType: 'application/json',
      body: `{"status":"approved","to":"+14155550100","proof":"${PROOF}"}`,
    });
    await new Promise(setImmediate);
    expect(page().call?.requests).toEqual([
      {
        method: 'POST',
        path: '/check-verify',
        status: 200,
        milliseconds: 40,
        parameters: [{ name: 'code', value: '••••••' }],
        answer: [
          { name: 'status', value: 'approved' },
          { name: 'to', value: '…00' },
          { name: 'proof', value: 'eyJ…' },
        ],
      },
    ]);
    const shown = JSON.stringify([page().log, page().call?.variables, page().call?.requests]);
    for (const secret of ['123456', ...PROOF.split('.')]) expect(shown).not.toContain(secret);
    expect(shown).toContain('eyJ…');
  });

  test('tells how the call ended and takes the next one', () => {
    const { world, desk, page } = onCall();
    world.clock.advance(2500);
    desk.hangUp();
    expect(page().call?.endedAt).toBe(world.clock.now());
    expect(page().call?.entries.at(-1)).toMatchObject({ kind: 'over', outcome: 'hung-up' });
    expect(page().log[0]).toMatchObject({ kind: 'call', status: 'hung-up', tone: 'bad', milliseconds: 2500 });
    expect(desk.isOnCall()).toBe(false);
    desk.press('1');
    desk.hangUp();
    expect(page().call?.typed).toBe('');
  });
});
