import { prove, type Proof } from '../../../studio/proof/prove';
import type { State } from '../../../studio/model/flow-definition';
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
