import { flowUrl } from '../../../../scripts/emulator/executions/flow-url';
import { receiveMessage } from '../../../../scripts/emulator/executions/receive-message';
import { CALLER, flow, FLOW_SID, IVR, state } from '../../../support/flows';
import { twiml } from '../../../support/outgoing-calls';
import { owner, passIn, type PhoneWorld, phoneWorld } from '../../../support/phone-world';
import { stepsOf } from './started';

const APPLICATION = 'http://127.0.0.1:5000/message';
const WEBHOOK = flowUrl(owner.sid, FLOW_SID);
const LEAVING = flow(
  state(
    'leave',
    'add-twiml-redirect',
    { url: APPLICATION, method: 'GET', timeout: '60' },
    { return: 'thank', timeout: '', fail: '' },
  ),
  state(
    'thank',
    'send-message',
    {
      from: '{{flow.channel.address}}',
      to: '{{contact.channel.address}}',
      body: 'Back: {{widgets.leave.choice}}',
    },
    { sent: '', failed: '' },
  ),
);

/** Texts the flow, whose application answers this, and waits. */
async function text(inner: string, seconds = 5): Promise<PhoneWorld> {
  const world = phoneWorld(LEAVING);
  world.applications.answers.set(APPLICATION, twiml(inner));
  receiveMessage(world, { from: CALLER, to: IVR, body: 'Hi' });
  await passIn(world, seconds);
  return world;
}

const textsOf = ({ inbox }: PhoneWorld) =>
  inbox.messagesTo(CALLER).map(({ from, body }) => `${from} ${body}`);
const stepsIn = ({ store }: PhoneWorld) => [...store.executions.values()].map(stepsOf);

describe('TwiML that answers a message for a flow', () => {
  test('sends its texts and comes back to the same execution', async () => {
    const back = `<Redirect>${WEBHOOK}?FlowEvent=return&amp;choice=2</Redirect>`;
    const world = await text(`<Message>Elsewhere</Message>${back}`);
    expect(textsOf(world)).toEqual([`${IVR} Back: 2`, `${IVR} Elsewhere`]);
    expect(stepsIn(world)).toEqual([['Trigger incomingMessage', 'leave return', 'thank sent']]);
  });

  test('is asked for with the message', async () => {
    const world = await text('');
    const parameters = expect.objectContaining({ From: CALLER, To: IVR, Body: 'Hi' });
    expect(world.applications.asked).toEqual([{ method: 'GET', url: APPLICATION, parameters }]);
  });

  test('may lead on before it comes back', async () => {
    const world = phoneWorld(LEAVING);
    world.applications.answers
      .set(APPLICATION, twiml('<Redirect>/second</Redirect>'))
      .set('http://127.0.0.1:5000/second', twiml(`<Redirect>${WEBHOOK}?FlowEvent=return</Redirect>`));
    receiveMessage(world, { from: CALLER, to: IVR, body: 'Hi' });
    await passIn(world, 5);
    expect(stepsIn(world)[0]).toContain('leave return');
  });

  test.each([
    ['ends', '<Message>Bye</Message>'],
    ['goes to the flow without the event', `<Redirect>${WEBHOOK}</Redirect>`],
    ['leads nowhere', '<Redirect>http://127.0.0.1:5000/nowhere</Redirect>'],
  ])('that %s leaves the execution to its timeout', async (_what, inner) => {
    const world = await text(inner, 59);
    expect(stepsIn(world)).toEqual([['Trigger incomingMessage']]);
    await passIn(world, 2);
    expect(stepsIn(world)).toEqual([['Trigger incomingMessage', 'leave timeout']]);
  });

  test('that goes round in circles is given up', async () => {
    const world = await text(`<Message>Again</Message><Redirect>${APPLICATION}</Redirect>`);
    expect(world.applications.asked).toHaveLength(10);
  });

  test('finds nobody once the time is over', async () => {
    const world = phoneWorld(LEAVING);
    receiveMessage(world, { from: CALLER, to: IVR, body: 'Hi' });
    await passIn(world, 61);
    expect(stepsIn(world)).toEqual([['Trigger incomingMessage', 'leave timeout']]);
  });
});
