import { flow, state } from '../../../../support/flows';
import { type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';

const CONTACT = '+14155550100';
const TWILIO = '+14155550199';
const GOOD = flow(
  state(
    'ask',
    'send-and-wait-for-reply',
    { from: '+14155550199', body: 'Well?', timeout: '60' },
    { incomingMessage: '' },
  ),
);

let twilio: LocalTwilio;
beforeEach(async () => {
  twilio = await startLocalTwilio();
});
afterEach(() => twilio.stop());

const create = (definition: unknown, status: 'draft' | 'published' = 'published') =>
  twilio.client.studio.v2.flows.create({ friendlyName: 'Test', status, definition });

async function execute(parameters: unknown = {}, to = CONTACT, status?: 'draft') {
  const { sid } = await create(GOOD, status);
  return twilio.client.studio.v2.flows(sid).executions.create({ to, from: TWILIO, parameters });
}

describe('Flow', () => {
  const broken = flow(state('say', 'say-play', { say: true }, { audioComplete: 'nowhere' }));

  test.each(['create', 'update', 'validate'])('lists every problem of a definition on %s', async (how) => {
    const { sid } = await create(GOOD);
    const parameters = { friendlyName: 'Test', status: 'published' as const, definition: broken };
    const { flows, flowValidate } = twilio.client.studio.v2;
    const ways: Record<string, () => Promise<unknown>> = {
      create: () => flows.create(parameters),
      update: () => flows(sid).update(parameters),
      validate: () => flowValidate.update(parameters),
    };
    await expect(ways[how]?.()).rejects.toMatchObject({
      status: 400,
      code: 81022,
      details: {
        errors: expect.arrayContaining([
          { message: 'boolean found, string expected', property_path: '#/states/1/properties/say' },
          { message: expect.any(String), property_path: '#/states/1/transitions/0/next' },
        ]),
      },
    });
    expect(twilio.context.store.flows.get(sid)?.revisions).toHaveLength(1);
  });

  test('refuses what is no JSON', async () => {
    await expect(create('{')).rejects.toMatchObject({ status: 400, code: 81022 });
  });

  test('refuses an unknown status', async () => {
    const { sid } = await create(GOOD);
    const update = { status: 'finished' as 'draft' };
    await expect(twilio.client.studio.v2.flows(sid).update(update)).rejects.toMatchObject({ status: 400 });
  });
});

describe('Execution', () => {
  test('refuses a second one for the same two addresses', async () => {
    const { flowSid, sid } = await execute();
    const { executions } = twilio.client.studio.v2.flows(flowSid);
    const again = () => executions.create({ to: CONTACT, from: TWILIO });
    await expect(again()).rejects.toMatchObject({ status: 409, code: 20409 });
    await executions(sid).update({ status: 'ended' });
    expect((await again()).status).toBe('active');
  });

  test('refuses parameters that are no object', async () => {
    await expect(execute('[1]')).rejects.toMatchObject({ status: 400, code: 20001 });
  });

  test('refuses addresses over 300 bytes', async () => {
    await expect(execute({}, 'x'.repeat(300))).rejects.toMatchObject({ status: 400, code: 81023 });
  });

  test('finds no published flow in a draft', async () => {
    await expect(execute({}, CONTACT, 'draft')).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  test('can only be updated to ended', async () => {
    const { flowSid, sid } = await execute();
    const resource = twilio.client.studio.v2.flows(flowSid).executions(sid);
    const update = { status: 'active' as const };
    await expect(resource.update(update)).rejects.toMatchObject({ status: 400 });
  });

  test('is not found below another flow', async () => {
    const { sid } = await execute();
    const { sid: other } = await create(GOOD);
    const resource = twilio.client.studio.v2.flows(other).executions(sid);
    await expect(resource.fetch()).rejects.toMatchObject({ status: 404 });
  });
});
