import { prove, type Proof } from '../../../studio/proof/prove';
import type { State } from '../../../studio/model/flow-definition';
import type { JsonObject } from '../../../studio/model/json';
import { flow, IVR, state } from '../../support/flows';
import { LIMITS, questionOf } from './question';

const say = (name: string): State => state(name, 'say-play', { say: 'Hello.' }, { audioComplete: '' });

/** A split that leads to `success` when a text is what it wants. */
function isWanted(input: string, value: string): State {
  const condition = { friendly_name: 'wanted', arguments: [input], type: 'equal_to', value };
  return {
    ...state('is_wanted', 'split-based-on', { input }),
    transitions: [
      { event: 'noMatch', next: 'bye' },
      { event: 'match', next: 'success', conditions: [condition] },
    ],
  };
}

function proofOf(...states: readonly State[]): Proof {
  return prove(questionOf(flow(...states, say('bye'))), LIMITS);
}

describe('the proof', () => {
  test('tries every event of a widget whose world it does not know', () => {
    const connect = state(
      'connect',
      'enqueue-call',
      { queue_name: 'support' },
      { callComplete: 'bye', failedToEnqueue: 'bye', callFailure: 'success' },
    );
    const { violations } = proofOf(connect, say('success'));
    expect(violations[0]).toMatchObject({ property: 'no-bypass' });
    expect(violations[0]?.happens).toEqual(['"connect": callFailure']);
  });

  test('tries every variable that the flow reads of an event', () => {
    const agent = state(
      'agent',
      'connect-virtual-agent-v2',
      {},
      { completed: 'is_wanted', failed: 'bye', paused: 'bye', timeout: 'bye', 'live-agent-handoff': 'bye' },
    );
    const split = isWanted('{{widgets.agent.VirtualAgentProviderData.Intent}}', 'vip');
    const { violations } = proofOf(agent, split, say('success'));
    expect(violations[0]).toMatchObject({ property: 'no-bypass' });
    expect(violations[0]?.happens).toEqual(['"agent": completed']);
    expect(violations[0]?.script.ok).toBe(false);
  });

  test('tries any reply to a message', () => {
    const ask = state(
      'ask',
      'send-and-wait-for-reply',
      { from: IVR, body: 'Who are you?' },
      { incomingMessage: 'is_wanted', timeout: 'bye', deliveryFailure: 'bye' },
    );
    const { violations } = proofOf(ask, isWanted('{{widgets.ask.inbound.Body}}', 'the boss'), say('success'));
    expect(violations[0]).toMatchObject({ property: 'no-bypass', happens: ['"ask": somebody replies'] });
  });

  test('tries messages that are sent and messages that are not', () => {
    const text = state('text', 'send-message', { from: IVR, body: 'Hi' }, { sent: 'bye', failed: 'success' });
    expect(proofOf(text, say('success')).violations[0]?.happens).toEqual([
      '"text": the message cannot be sent',
    ]);
  });

  test('finds a number in a message', () => {
    const text = state(
      'text',
      'send-message',
      { from: IVR, body: 'You are {{trigger.call.From}}' },
      { sent: 'bye', failed: 'bye' },
    );
    expect(proofOf(text, say('success')).violations[0]).toMatchObject({ property: 'no-leak' });
  });

  const verify = `https://verify.twilio.com/v2/Services/VA${'0'.repeat(32)}/Verifications`;
  const keys = '+{{widgets.ask.Digits}}';
  const caller = '{{trigger.call.From}}';
  test.each<[string, string, JsonObject, boolean]>([
    ['a parameter of Verify', verify, { parameters: [{ key: 'To', value: keys }] }, false],
    ['a body for Verify', verify, { body: `Channel=sms&To=${keys}` }, false],
    ['JSON for Verify', verify, { body: `{"To": "${keys}"}` }, false],
    [
      'a host that nobody knows',
      '{{trigger.call.Host}}',
      { parameters: [{ key: 'To', value: keys }] },
      false,
    ],
    [
      'a URL like ours',
      'https://x-1234.twil.io/start-verify',
      { parameters: [{ key: 'to', value: keys }] },
      false,
    ],
    ['the query of a URL like ours', `https://x-1234.twil.io/start-verify?to=${keys}`, {}, false],
    ['a parameter that is the caller’s', verify, { parameters: [{ key: 'To', value: caller }] }, true],
    ['another service', 'https://example.com/x', { parameters: [{ key: 'To', value: keys }] }, true],
  ])('judges the number that a request has in %s', (_title, url, properties, isOwn) => {
    const ask = state('ask', 'gather-input-on-call', { say: 'Who?' }, { keypress: 'send', timeout: 'bye' });
    const send = state(
      'send',
      'make-http-request',
      { method: 'POST', url, content_type: 'application/x-www-form-urlencoded;charset=utf-8', ...properties },
      { success: 'bye', failed: 'bye' },
    );
    const { violations, reasons } = proofOf(ask, send, say('success'));
    const told = [...violations.map(({ property }) => property), ...reasons].join('\n');
    expect(/own-number/.test(told)).toBe(!isOwn);
  });

  test('takes a connected call for something heard, a failed one for silence', () => {
    const connect = (failed: string): State =>
      state(
        'connect',
        'enqueue-call',
        { queue_name: 'support' },
        { callComplete: '', failedToEnqueue: failed, callFailure: 'bye' },
      );
    expect(proofOf(connect('bye'), say('success')).violations).toEqual([]);
    expect(proofOf(connect(''), say('success')).violations[0]).toMatchObject({ property: 'no-dead-end' });
  });
});
