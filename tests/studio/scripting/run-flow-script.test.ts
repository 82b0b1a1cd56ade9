import { CALLER, flow, IVR, state } from '../../support/flows';
import { CHILD_SID, runChild, say } from '../../support/widgets';
import { asking, run } from './run-script';

const call = { call: { From: CALLER, To: IVR } };
const request = { request: { from: IVR, to: CALLER, parameters: { name: 'Ada' } } };

const ask = state('ask', 'gather-input-on-call', { say: 'One or two?' }, { keypress: 'bye', timeout: 'ask' });
const check = state(
  'check',
  'run-function',
  { url: 'https://x.twil.io/check', parameters: [{ key: 'to', value: '{{trigger.call.From}}' }] },
  { success: 'bye', fail: 'bye' },
);
const text = state('text', 'send-message', { from: IVR, body: 'Hi' }, { sent: 'bye', failed: 'bye' });
const question = state(
  'question',
  'send-and-wait-for-reply',
  { from: IVR, body: 'Name?' },
  { incomingMessage: '' },
);
const dial = state(
  'dial',
  'make-outgoing-call-v2',
  { from: IVR, to: CALLER },
  { answered: 'hello', busy: '' },
);

describe('runFlowScript', () => {
  test('tells steps, what was heard and how it ended', () => {
    expect(run(asking, { inputs: [{ timeout: true }, { digits: '1' }] })).toEqual({
      steps: [
        { widget: 'Trigger', event: 'incomingCall', next: 'ask' },
        { widget: 'ask', event: 'timeout', next: 'ask' },
        { widget: 'ask', event: 'keypress', next: 'bye' },
        { widget: 'bye', event: 'audioComplete', next: null },
      ],
      heard: ['One or two?', 'One or two?', 'This is bye.'],
      sent: [],
      requests: [],
      variables: {},
      widgets: {
        ask: expect.objectContaining({ Digits: '1', From: CALLER, CallStatus: 'in-progress' }) as object,
        bye: expect.objectContaining({ Caller: CALLER }) as object,
      },
      ended: 'completed',
      warnings: [],
    });
  });

  test('keeps the parameters of a call that nobody keys anything into', () => {
    const { widgets } = run(asking, { inputs: [{ timeout: true }] });
    expect(widgets['ask']).toMatchObject({ From: CALLER, CallStatus: 'in-progress' });
  });

  test('keeps the message that nobody replies to', () => {
    const trigger = { message: { From: CALLER, To: IVR } };
    const { widgets } = run(flow(question), { trigger, inputs: [{ timeout: true }] });
    expect(widgets).toEqual({ question: { outbound: expect.objectContaining({ Body: 'Name?' }) as object } });
  });

  test('ends digits at the finish key', () => {
    const result = run(asking, { inputs: [{ digits: '12#3' }] });
    expect(result.widgets['ask']).toMatchObject({ Digits: '12' });
  });

  test('takes a finish key alone for silence', () => {
    const result = run(asking, { inputs: [{ digits: '#' }] });
    expect(result.steps.at(-1)).toEqual({ widget: 'ask', event: 'timeout', next: 'ask' });
  });

  test('hangs up while something is said', () => {
    const result = run(flow(say('hello', 'ask'), ask, say('bye')), { inputs: [{ hangup: true }] });
    expect(result).toMatchObject({ ended: 'hungUp', heard: ['This is hello.'], warnings: [{ code: 81002 }] });
  });

  test('hangs up later when the sentence before is named', () => {
    const inputs = [{ event: 'audioComplete' }, { hangup: true }];
    expect(run(flow(say('hello', 'ask'), ask, say('bye')), { inputs }).heard).toEqual([
      'This is hello.',
      'One or two?',
    ]);
  });

  test('lets a Function answer after a hang-up', () => {
    const http = [{ url: '/check', body: { status: 'ok' } }];
    const result = run(flow(check, say('bye')), { inputs: [{ hangup: true }], http });
    expect(result.ended).toBe('hungUp');
    expect(result.steps.at(-1)).toEqual({ widget: 'check', event: 'success', next: 'bye' });
    expect(result.requests).toHaveLength(1);
  });

  test('tells requests with their parameters', () => {
    const result = run(flow(check, say('bye')), { http: [{ url: 'twil', status: 404, body: 'no' }] });
    expect(result.requests).toEqual([
      { method: 'POST', url: 'https://x.twil.io/check', parameters: { to: CALLER } },
    ]);
    expect(result.widgets['check']).toEqual({ body: 'no', content_type: 'text/plain', status_code: 404 });
  });

  test('uses answers up in order, then asks the next rule', () => {
    const again = { ...check, transitions: [{ event: 'success', next: 'check' }, { event: 'fail' }] };
    const http = [
      { url: 'check', answers: [{ body: {} }, { body: {} }] },
      { url: 'check', failure: 'timeout' },
    ];
    const events = run(flow(again), { http }).steps.map((step) => step.event);
    expect(events).toEqual(['incomingCall', 'success', 'success', 'fail']);
  });

  test('reads no answer above 64 kB', () => {
    const http = [{ url: 'check', body: 'x'.repeat(64 * 1024 + 1) }];
    expect(run(flow(check, say('bye')), { http }).steps[1]?.event).toBe('fail');
  });

  test('sends messages by themselves', () => {
    const result = run(flow(text, say('bye')), {});
    expect(result).toMatchObject({ ended: 'completed', sent: [{ to: CALLER, body: 'Hi' }] });
  });

  test('lets a message fail when the script says so', () => {
    const inputs = [{ event: 'failed', data: { ErrorCode: '21610' } }];
    const result = run(flow(text, say('bye')), { inputs });
    expect(result).toMatchObject({ sent: [], warnings: [{ code: 81011 }] });
    expect(result.widgets['text']).toMatchObject({ outbound: { ErrorCode: '21610' } });
  });

  test('replies with further parameters', () => {
    const inputs = [{ reply: 'Ada', data: { NumMedia: '1' } }];
    const result = run(flow(question), { trigger: { message: { From: CALLER, To: IVR } }, inputs });
    expect(result.widgets['question']).toMatchObject({
      inbound: { Body: 'Ada', From: CALLER, To: IVR, NumMedia: '1' },
      outbound: { Body: 'Name?' },
    });
  });

  test('goes on with a call that somebody answered', () => {
    const inputs = [{ event: 'answered', data: { CallSid: 'CA1' } }];
    const result = run(flow(dial, say('hello')), { trigger: request, inputs });
    expect(result).toMatchObject({ ended: 'completed', heard: ['This is hello.'] });
  });

  test('stops where a call is needed and none was made', () => {
    const result = run(flow(say('hello')), { trigger: request });
    expect(result).toMatchObject({ ended: 'failed', warnings: [{ code: 81020 }] });
    expect(result.error).toContain('needs a call');
  });

  test('names the widgets of a subflow after their parent', () => {
    const child = flow(state('note', 'set-variables', { variables: [{ key: 'seen', value: 'yes' }] }));
    const result = run(flow(runChild({ completed: '' })), {}, { [CHILD_SID]: child });
    expect(result.steps.map((step) => step.widget)).toContain('run_child/note');
    expect(result.widgets['run_child']).toEqual({ seen: 'yes' });
    expect(result.variables).toEqual({});
  });

  test('runs a subflow alone, by its parent’s door', () => {
    const note = state('note', 'set-variables', {
      variables: [{ key: 'seen', value: '{{trigger.parent.parameters.to}} {{trigger.parent.trigger_type}}' }],
    });
    const result = run(flow(note), { trigger: { parent: { parameters: { to: CALLER } }, ...call } });
    expect(result.steps[0]?.event).toBe('incomingParent');
    expect(result.variables).toEqual({ seen: `${CALLER} call` });
  });

  test('shows the time of the script', () => {
    const note = state('note', 'set-variables', {
      variables: [{ key: 'day', value: '{{"now" | date: "%d %H"}}' }],
    });
    expect(run(flow(note), { now: '2026-03-04T05:00:00Z' }).variables).toEqual({ day: '03 21' });
  });

  test('gives the same result every time', () => {
    const inputs = [{ digits: '1' }];
    expect(run(asking, { inputs })).toEqual(run(asking, { inputs }));
  });
});
