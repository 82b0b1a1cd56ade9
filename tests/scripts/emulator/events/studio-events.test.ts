import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { validateRequestWithBody } from 'twilio';
import { type LocalTwilio, startLocalTwilio } from '../../../../scripts/emulator/local-twilio';
import { flow, state } from '../../../support/flows';

const [contact, ours] = ['+14155550100', '+14155550199'];

/** An event as its sink gets it. */
interface Received {
  readonly specversion: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

let twilio: LocalTwilio;
let sink: Server;
let destination: string;
let received: Received[];
let unsigned: number;
let status: number;

beforeEach(async () => {
  [received, unsigned, status] = [[], 0, 200];
  twilio = await startLocalTwilio({ clock: 'virtual' });
  sink = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const url = `http://${request.headers.host ?? ''}${request.url ?? ''}`;
      const signature = String(request.headers['x-twilio-signature']);
      if (!validateRequestWithBody(twilio.account.authToken, signature, url, body)) unsigned += 1;
      received.push(...(JSON.parse(body) as Received[]));
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  destination = `http://127.0.0.1:${String((sink.address() as AddressInfo).port)}/events?a=1`;
});
afterEach(async () => {
  await twilio.stop();
  await new Promise((resolve) => sink.close(resolve));
});

async function subscribe(...types: readonly string[]): Promise<void> {
  const { sinks, subscriptions } = twilio.client().events.v1;
  const { sid: sinkSid } = await sinks.create({
    description: 'Test',
    sinkType: 'webhook',
    sinkConfiguration: { destination, method: 'POST' },
  });
  const wanted = types.map((type) => ({ type: `com.twilio.studio.flow.${type}` }));
  await subscriptions.create({ description: 'Test', sinkSid, types: wanted });
}

/** Starts a flow that asks a question by text. */
async function begin() {
  const ask = { from: '{{flow.channel.address}}', body: 'Well?', timeout: '60' };
  const definition = flow(
    state('ask', 'send-and-wait-for-reply', ask, { incomingMessage: 'note', timeout: '' }),
    state('note', 'set-variables', { variables: [] }, { next: '' }),
  );
  const { flows } = twilio.client().studio.v2;
  const created = await flows.create({ friendlyName: 'Test', status: 'published', definition });
  const executions = flows(created.sid).executions;
  const execution = await executions.create({ to: contact, from: ours });
  await twilio.wait(1000);
  return { flowSid: created.sid, execution, resource: executions(execution.sid) };
}

const typesOf = () => received.map(({ type }) => type.replace('com.twilio.studio.flow.', ''));

describe('events of Studio', () => {
  test('reach a sink in order, signed, as CloudEvents', async () => {
    await subscribe('execution.started', 'step.ended', 'execution.ended');
    const { flowSid, execution } = await begin();
    await twilio.wait(120_000);
    expect(typesOf()).toEqual(['execution.started', 'step.ended', 'step.ended', 'execution.ended']);
    expect(unsigned).toBe(0);
    expect(received[0]).toEqual({
      specversion: '1.0',
      type: 'com.twilio.studio.flow.execution.started',
      source: `/v2/Flows/${flowSid}/Executions/${execution.sid}`,
      id: expect.stringMatching(/^EZ[0-9a-f]{32}$/),
      time: '2026-01-15T12:00:00.000Z',
      dataschema: 'https://events-schemas.twilio.com/Studio.FlowExecutionEvent/2',
      datacontenttype: 'application/json',
      data: {
        account_sid: twilio.account.sid,
        flow_sid: flowSid,
        execution_sid: execution.sid,
        flow_revision: 1,
        contact_channel_address: contact,
        status: 'active',
        date_created: '2026-01-15T12:00:00.000Z',
        date_updated: '2026-01-15T12:00:00.000Z',
        started_by: execution.initiatedBy,
      },
    });
    expect(received[2]?.data).toMatchObject({
      step_sid: expect.stringMatching(/^FT/),
      execution_sid: execution.sid,
      name: 'timeout',
      transitioned_from: 'ask',
      transitioned_to: 'Ended',
      type: 'send-and-wait-for-reply',
    });
    expect(received[3]?.data).toMatchObject({
      status: 'ended',
      ended_reason: 'FLOW_END',
      date_updated: '2026-01-15T12:01:00.000Z',
    });
  });

  test('are those of the subscription only', async () => {
    await subscribe('execution.ended');
    await begin();
    expect(received).toEqual([]);
    await twilio.wait(120_000);
    expect(typesOf()).toEqual(['execution.ended']);
  });

  test('come once to a sink with two subscriptions', async () => {
    await subscribe('execution.started');
    const [only] = await twilio.client().events.v1.sinks.list();
    const types = [{ type: 'com.twilio.studio.flow.execution.started' }];
    const again = { description: 'Again', sinkSid: only?.sid ?? '', types };
    await twilio.client().events.v1.subscriptions.create(again);
    await begin();
    expect(typesOf()).toEqual(['execution.started']);
  });

  test('say that the REST API ended an execution', async () => {
    await subscribe('execution.ended');
    const { resource } = await begin();
    await resource.update({ status: 'ended' });
    await twilio.wait(1000);
    expect(received.map(({ data }) => data['ended_reason'])).toEqual(['STOPPED']);
  });

  test('hold up nothing when a sink fails', async () => {
    status = 500;
    await subscribe('execution.started', 'step.ended');
    const { resource } = await begin();
    await twilio.wait(120_000);
    expect((await resource.fetch()).status).toBe('ended');
    expect(typesOf()).toEqual(['execution.started', 'step.ended', 'step.ended']);
  });
});
