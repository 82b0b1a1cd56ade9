import { type LocalTwilio, startLocalTwilio } from '../../../../../scripts/emulator/local-twilio';
import type { LineEvent } from '../../../../../scripts/emulator/voice/line';
import { flow, state } from '../../../../support/flows';

const [caller, ours] = ['+14155550100', '+14155550199'];

let twilio: LocalTwilio;
beforeEach(async () => {
  twilio = await startLocalTwilio({ clock: 'virtual' });
});
afterEach(() => twilio.stop());

const ASK = state(
  'ask',
  'gather-input-on-call',
  { say: 'Key?', timeout: 20 },
  { keypress: '', timeout: '', speech: '' },
);
const NOTES = Array.from({ length: 5 }, (_, index) =>
  state(
    `note_${String(index)}`,
    'set-variables',
    { variables: [{ key: 'n', value: String(index) }] },
    {
      next: index === 4 ? '' : `note_${String(index + 1)}`,
    },
  ),
);

async function publish(definition: ReturnType<typeof flow>) {
  const { flows } = twilio.client().studio.v2;
  const { sid, webhookUrl } = await flows.create({ friendlyName: 'Test', status: 'published', definition });
  return { executions: flows(sid).executions, webhookUrl };
}

describe('ending an execution by the REST API', () => {
  test('ends its call, too', async () => {
    const { executions, webhookUrl } = await publish(flow(ASK));
    twilio.addPhoneNumber(ours, { voiceUrl: webhookUrl });
    const dialled = twilio.dial({ from: caller, to: ours });
    if (!dialled.ok) throw new Error(dialled.problem);
    const events: LineEvent[] = [];
    dialled.call.listen((event) => events.push(event));
    await twilio.wait(2000);
    const [running] = await executions.list();
    expect(running).toMatchObject({ status: 'active', initiatedBy: dialled.call.sid });
    expect(await executions(running?.sid ?? '').update({ status: 'ended' })).toMatchObject({
      status: 'ended',
    });
    expect(events.at(-1)).toMatchObject({ kind: 'over', ending: { outcome: 'stopped' } });
    expect(await twilio.client().calls(dialled.call.sid).fetch()).toMatchObject({ status: 'completed' });
  });

  test('ends the call that it made, too', async () => {
    const call = { from: ours, to: caller };
    const arrows = { answered: 'ask', busy: '', noAnswer: '', failed: '' };
    const { executions } = await publish(flow(state('call', 'make-outgoing-call-v2', call, arrows), ASK));
    twilio.addPhoneNumber(ours);
    const { sid } = await executions.create({ to: caller, from: ours });
    await twilio.wait(8000);
    expect(twilio.phone(caller).calls()[0]?.status()).toBe('in-progress');
    await executions(sid).update({ status: 'ended' });
    expect(twilio.phone(caller).calls()[0]?.status()).toBe('completed');
  });

  test('changes nothing when it has ended', async () => {
    const { executions } = await publish(flow(...NOTES));
    const { sid, dateUpdated } = await executions.create({ to: caller, from: ours });
    await twilio.wait(5000);
    const again = await executions(sid).update({ status: 'ended' });
    expect(again).toMatchObject({ status: 'ended', dateUpdated });
  });

  test('refuses another status', async () => {
    const { executions } = await publish(flow(...NOTES));
    const { sid } = await executions.create({ to: caller, from: ours });
    const refused = { status: 400, code: 20001 };
    await expect(executions(sid).update({ status: 'active' })).rejects.toMatchObject(refused);
  });
});

describe('lists of the REST API', () => {
  test('come in pages of executions, newest first', async () => {
    const { executions } = await publish(flow(...NOTES));
    const sids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const to = `+1415555010${String(index)}`;
      sids.unshift((await executions.create({ to, from: ours })).sid);
    }
    const first = await executions.page({ pageSize: 2 });
    expect(first.instances.map(({ sid }) => sid)).toEqual(sids.slice(0, 2));
    const second = await first.nextPage();
    expect(second?.instances.map(({ sid }) => sid)).toEqual(sids.slice(2, 4));
    expect((await executions.list({ pageSize: 2 })).map(({ sid }) => sid)).toEqual(sids);
    expect(await executions.list({ limit: 3 })).toHaveLength(3);
  });

  test('come in pages of steps, each with its context', async () => {
    const { executions } = await publish(flow(...NOTES));
    const { sid } = await executions.create({ to: caller, from: ours });
    const { steps } = executions(sid);
    const all = await steps.list({ pageSize: 2 });
    expect(all.map(({ transitionedFrom }) => transitionedFrom)).toEqual([
      ...NOTES.map(({ name }) => name).reverse(),
      'Trigger',
    ]);
    const numbers = [];
    for (const step of all) {
      const { context } = await steps(step.sid).stepContext().fetch();
      numbers.push((context as Context).flow.variables.n);
    }
    expect(numbers).toEqual([4, 3, 2, 1, 0, undefined]);
  });
});

interface Context {
  readonly flow: { readonly variables: { readonly n?: number } };
}

describe('creating executions', () => {
  test('is limited to 20 in a second', async () => {
    const { executions } = await publish(flow(...NOTES));
    const create = (index: number) =>
      executions.create({ to: `+141555501${String(index).padStart(2, '0')}`, from: ours });
    for (let index = 0; index < 20; index += 1) await create(index);
    await expect(create(20)).rejects.toMatchObject({ status: 429, code: 20429 });
    await twilio.wait(1000);
    expect((await create(20)).sid).toMatch(/^FN/);
  });

  test('ends those that are active for 30 days', async () => {
    const waiting = state('wait', 'add-twiml-redirect', { url: 'https://example.com', timeout: '0' }, {});
    const { executions } = await publish(flow(waiting));
    const { sid } = await executions.create({ to: caller, from: ours });
    await twilio.wait(30 * 24 * 60 * 60 * 1000);
    expect(await executions(sid).fetch()).toMatchObject({ status: 'ended' });
  });
});
