import { FlowTestError } from '../../../studio/testing/flow-test-error';
import { startCall, startConversation, startMessage, startRequest } from '../../../studio/testing/start';
import { CALLER, flow, IVR, state } from '../../support/flows';
import { CHILD_SID, runChild, say } from '../../support/widgets';

const ask = state(
  'ask',
  'gather-input-on-call',
  { say: 'One or two?', timeout: 5 },
  { keypress: 'bye', timeout: 'ask' },
);
const check = state(
  'check',
  'run-function',
  { url: 'https://x.twil.io/check', parameters: [{ key: 'to', value: '{{trigger.call.From}}' }] },
  { success: 'bye', fail: 'sorry' },
);
const text = state('text', 'send-message', { from: IVR, body: 'Hi' }, { sent: 'bye', failed: 'sorry' });
const question = state(
  'question',
  'send-and-wait-for-reply',
  { from: IVR, body: 'Name?', timeout: '60' },
  { incomingMessage: '', timeout: 'text' },
);
const checking = flow(check, say('bye'), say('sorry'));

describe('startCall', () => {
  test('runs to where somebody has to do something', () => {
    const call = startCall(flow(say('hello', 'ask'), ask, say('bye')));
    expect(call.heard).toEqual(['This is hello.', 'One or two?']);
    expect([call.ended, call.waitsFor, call.widget]).toEqual(['waiting', 'keys', 'ask']);
    expect(call.context['trigger']).toMatchObject({ call: { From: CALLER, To: IVR } });
  });

  test('reports every problem of a flow', () => {
    const broken = { ...flow(say('hello', 'nowhere')), initial_state: 'Start' };
    expect(() => startCall(broken)).toThrow(/^Cannot run the flow:\n#\/.*\n#\//);
  });

  test('reports a broken world', () => {
    expect(() => startCall(checking, { http: [{ url: '(' }], now: 'soon' })).toThrow(
      /Answer 1.*\n.*"now" must be a time/,
    );
  });

  test('runs a subflow alone with what its parent gives', () => {
    const child = flow(state('tell', 'say-play', { say: 'To {{trigger.parent.parameters.to}}' }));
    expect(startCall(child, { parent: { to: CALLER } }).steps[0]?.event).toBe('incomingParent');
    expect(startCall(child, { parent: { to: CALLER } }).heard).toEqual([`To ${CALLER}`]);
  });
});

describe('a flow that runs in a test', () => {
  test('takes keys and comes to its end', () => {
    const call = startCall(flow(ask, say('bye'))).press('12#');
    expect(call).toMatchObject({ ended: 'completed', waitsFor: null, widget: null });
    expect(call.widgets['ask']).toMatchObject({ Digits: '12' });
  });

  test('takes speech where a gather listens', () => {
    const listening = { ...ask, transitions: [{ event: 'speech', next: 'bye' }] };
    const call = startCall(flow(listening, say('bye'))).say('one', 0.5);
    expect(call.widgets['ask']).toMatchObject({ SpeechResult: 'one', Confidence: '0.5' });
  });

  test('times out where time is skipped far enough', () => {
    const call = startCall(flow(ask, say('bye'))).skipTime(4);
    expect(call.heard).toHaveLength(1);
    expect(call.skipTime(1).heard).toHaveLength(2);
    expect(call.skipTime(12).steps.filter(({ event }) => event === 'timeout')).toHaveLength(3);
  });

  test('shows skipped time to Liquid', () => {
    const clock = state('clock', 'say-play', { say: '{{"now" | date: "%H:%M:%S"}}' });
    const late = { ...ask, transitions: [{ event: 'keypress', next: 'clock' }, { event: 'timeout' }] };
    const call = startCall(flow(late, clock), { now: '2026-01-15T20:30:00Z' });
    expect(call.skipTime(4).press('1').heard.at(-1)).toBe('12:30:04');
  });

  test('hangs up in the middle of a sentence', () => {
    const definition = flow(say('hello', 'ask'), ask, say('bye'));
    const call = startCall(definition, { pauseAt: ['hello'] });
    expect([call.waitsFor, call.heard]).toEqual(['speech', ['This is hello.']]);
    expect(call.hangUp()).toMatchObject({ ended: 'hungUp', heard: ['This is hello.'] });
  });

  test('goes on from a pause when it is told to or pressed', () => {
    const definition = flow(say('hello', 'ask'), ask, say('bye'));
    const start = (): ReturnType<typeof startCall> => startCall(definition, { pauseAt: ['hello'] });
    expect(start().goOn().widget).toBe('ask');
    expect(start().press('1').ended).toBe('completed');
  });

  test('answers requests by rules', () => {
    const http = [{ url: '/check', body: { status: 'ok' } }];
    const call = startCall(checking, { http });
    expect(call).toMatchObject({ ended: 'completed', requests: [{ parameters: { to: CALLER } }] });
    expect(call.widgets['check']).toMatchObject({ parsed: { status: 'ok' } });
  });

  test('answers requests by a function', () => {
    const seen: string[] = [];
    const http = ({ method, parameters }: { method: string; parameters: object }): { failure: 'timeout' } => {
      seen.push(`${method} ${JSON.stringify(parameters)}`);
      return { failure: 'timeout' };
    };
    expect(startCall(checking, { http }).heard).toEqual(['This is sorry.']);
    expect(seen).toEqual([`POST {"to":"${CALLER}"}`]);
  });

  test.each(['fine', Promise.resolve({ status: 200 }), undefined])('refuses %p for an answer', (answer) => {
    const call = startCall(checking);
    expect(() => call.answer(answer as object)).toThrow(FlowTestError);
    expect(call.waitsFor).toBe('function');
  });

  test('lets a test answer what nothing else does', () => {
    const call = startCall(checking);
    expect(call.request).toMatchObject({ method: 'POST', url: 'https://x.twil.io/check' });
    expect(call.answer({ status: 500 }).heard).toEqual(['This is sorry.']);
    expect(call.request).toBeNull();
  });

  test('lets a message fail', () => {
    const call = startMessage(flow(text, question, say('bye'), say('sorry')), { pauseAt: ['text'] });
    expect(call.sent).toEqual([]);
    expect(call.tell('failed', { ErrorCode: '21610' })).toMatchObject({ sent: [], ended: 'failed' });
    expect(call.warnings.map(({ code }) => code)).toEqual([81011, 81020]);
  });

  test('replies to a message', () => {
    const conversation = startMessage(flow(question, text, say('bye'), say('sorry')), { body: 'Hello' });
    expect(conversation.sent).toEqual([{ to: CALLER, body: 'Name?' }]);
    expect(conversation.reply('Ada', { NumMedia: 1 }).widgets['question']).toMatchObject({
      inbound: { Body: 'Ada', NumMedia: 1 },
    });
  });

  test('begins in a conversation and by the REST API', () => {
    const note = state('note', 'set-variables', {
      variables: [{ key: 'name', value: '{{flow.data.name}}' }],
    });
    expect(startConversation(flow(note)).steps[0]?.event).toBe('incomingConversationMessage');
    expect(startRequest(flow(note), { parameters: { name: 'Ada' } }).variables).toEqual({ name: 'Ada' });
  });

  test('names the widgets of a subflow after the widget that runs it', () => {
    const call = startCall(flow(runChild({})), { subflows: { [CHILD_SID]: flow(ask, say('bye')) } });
    expect(call.widget).toBe('run_child/ask');
  });
});

describe('FlowTestError', () => {
  const waiting = (): ReturnType<typeof startCall> => startCall(flow(ask, say('bye')));

  test('says what the flow waits for, and what was heard last', () => {
    expect(() => waiting().reply('1')).toThrow(
      'Cannot reply "1": widget "ask" waits for keys and hears no speech: press(), stayQuiet() or hangUp(). The last thing heard was "One or two?"',
    );
  });

  test.each([
    ['keys that there are not', () => waiting().press('1a'), 'Cannot press "1a": keys are 0-9, * and #'],
    ['time that goes back', () => waiting().skipTime(-1), 'Cannot skip -1 seconds'],
    ['an action after the end', () => waiting().press('1').hangUp(), 'the flow has ended (completed)'],
    ['an answer to nothing', () => waiting().answer({}), 'Cannot answer: widget "ask"'],
    ['going on without a pause', () => waiting().goOn(), 'Cannot go on: widget "ask"'],
    ['keys before an answer', () => startCall(checking).press('1'), 'answer(), or a rule for it in "http"'],
    [
      'an answer of no HTTP',
      () => startCall(checking).answer({ status: 7 }),
      '"status" must be an HTTP status',
    ],
    [
      'an event that the widget has not',
      () => startRequest(flow(state('dial', 'make-outgoing-call-v2', { from: '1', to: '2' }))).tell('gone'),
      'waits for one of its events: tell("answered"), tell("busy")',
    ],
  ])('comes of %s', (_what, act, sentence) => {
    expect(act).toThrow(sentence);
  });
});
