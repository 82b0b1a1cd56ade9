import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type LocalTwilio, startLocalTwilio } from '../../scripts/emulator/local-twilio';
import { parseCallScript } from '../../scripts/calls/parse-call-script';
import { playCall } from '../../scripts/calls/play-call';
import type { CallResult } from '../../scripts/calls/call-result';
import { flow, state } from '../support/flows';

const [caller, ivr] = ['+14155550100', '+14155550199'];

/** What somebody asked the application, fields of its form included. */
interface Asked {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly isSigned: boolean;
}

let twilio: LocalTwilio;
let server: Server;
let application: string;
let webhookUrl: string;
const asked: Asked[] = [];

/** An application with a menu, in TwiML, that hands callers back to the flow. */
const pages: Readonly<Record<string, (fields: Asked['fields']) => string>> = {
  '/front': () => `<Say>Front desk</Say><Redirect>${webhookUrl}?desk=front</Redirect>`,
  '/menu': () => '<Gather action="/chosen" numDigits="1"><Say>Sales or support?</Say></Gather><Hangup/>',
  '/chosen': ({ Digits = '' }) =>
    `<Say>Thank you</Say><Redirect>${webhookUrl}?FlowEvent=return&amp;department=${Digits}</Redirect>`,
};

async function readForm(request: IncomingMessage): Promise<Asked['fields']> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return Object.fromEntries(new URLSearchParams(body));
}

async function publish(): Promise<void> {
  const definition = flow(
    state('greet', 'say-play', { say: 'From the {{trigger.call.desk}}' }, { audioComplete: 'menu' }),
    state(
      'menu',
      'add-twiml-redirect',
      { url: `${application}/menu` },
      { return: 'tell', timeout: '', fail: '' },
    ),
    state('tell', 'say-play', { say: 'Department {{widgets.menu.department}}' }, { audioComplete: '' }),
  );
  const flows = twilio.client().studio.v2.flows;
  const created = await flows.create({ friendlyName: 'Desk', status: 'published', definition });
  webhookUrl = created.webhookUrl;
}

beforeAll(async () => {
  twilio = await startLocalTwilio({ clock: 'virtual' });
  server = createServer((request, response) => {
    void readForm(request).then((fields) => {
      const path = request.url ?? '';
      asked.push({ path, fields, isSigned: request.headers['x-twilio-signature'] !== undefined });
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end(`<Response>${pages[path]?.(fields) ?? ''}</Response>`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  application = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  await publish();
  await twilio.client().incomingPhoneNumbers.create({ phoneNumber: ivr, voiceUrl: `${application}/front` });
});

afterAll(async () => {
  await twilio.stop();
  await new Promise((resolve) => server.close(resolve));
});

async function play(...steps: readonly object[]): Promise<CallResult> {
  const parsed = parseCallScript({ from: caller, steps });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return playCall(twilio, parsed.script);
}

describe('a call between TwiML and a flow', () => {
  test('goes to TwiML, into the flow, out of it and back', async () => {
    const { heard, outcome, steps } = await play({ hears: 'Sales' }, { presses: '2' });
    expect(outcome).toBe('completed');
    expect(heard).toEqual(['Front desk', 'From the front', 'Sales or support?', 'Thank you', 'Department 2']);
    expect(steps.map(({ widget, event }) => `${widget} ${event}`)).toEqual([
      'Trigger incomingCall',
      'greet audioComplete',
      'menu return',
      'tell audioComplete',
    ]);
    expect(asked.map(({ path, isSigned }) => [path, isSigned])).toEqual([
      ['/front', true],
      ['/menu', true],
      ['/chosen', true],
    ]);
    expect(new Set(asked.map(({ fields }) => fields.CallSid)).size).toBe(1);
  });

  test('is one execution, whose context has what came back', async () => {
    const flows = twilio.client().studio.v2.flows;
    const [desk] = await flows.list();
    const executions = flows(desk?.sid ?? '').executions;
    const all = await executions.list();
    expect(all).toMatchObject([{ status: 'ended', contactChannelAddress: caller }]);
    const { context } = await executions(all[0]?.sid ?? '')
      .executionContext()
      .fetch();
    expect(context).toMatchObject({
      widgets: { menu: { department: '2' } },
      trigger: { call: { desk: 'front' } },
    });
  });

  test('ends the execution when the other TwiML hangs up', async () => {
    const { heard, outcome } = await play({ hears: 'Sales' }, { silent: true });
    expect(heard.at(-1)).toBe('Sales or support?');
    expect(outcome).toBe('completed');
    expect([...twilio.store.executions.values()].at(-1)?.state.ending).toEqual({ outcome: 'hung-up' });
  });
});
