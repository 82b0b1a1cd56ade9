import { contextOf } from '../../../studio/interpreter/context';
import type { Trigger } from '../../../studio/model/execution';
import type { Json } from '../../../studio/model/json';
import type { Input } from '../../../studio/model/wait';
import { CALLER, flow, IVR, play, type Played, state, stepsOf } from '../../support/flows';

const trigger: Trigger = { kind: 'request', parameters: { from: IVR, to: CALLER, parameters: {} } };
const SUBFLOW = `FW${'2'.repeat(32)}`;
const opened: Input = {
  kind: 'outside-event',
  event: 'created',
  data: { conversation: { sid: 'CH1', state: 'active' } },
};

const start = (name: string, next: string) =>
  state(name, 'start-conversation', { conversation_service_sid: 'IS1' }, { created: next, failed: '' });

const channelOf = ({ execution }: Played): Json | undefined => {
  const { flow: variables } = contextOf(execution);
  return (variables as { readonly channel: Json }).channel;
};

const CHANNEL = {
  address: IVR,
  sid: 'CH1',
  type: 'conversation',
  status: 'active',
  details: { sid: 'CH1', state: 'active' },
};

describe('flow.channel', () => {
  test('is an address alone before a conversation', () => {
    expect(channelOf(play(flow(start('open', '')), [], { trigger }))).toEqual({ address: IVR });
  });

  test('is the conversation that a widget starts', () => {
    expect(channelOf(play(flow(start('open', '')), [opened], { trigger }))).toEqual(CHANNEL);
  });

  test('is the conversation that a widget resumes', () => {
    const resume = state(
      'open',
      'resume-conversation',
      { conversation_sid: 'CH{{flow.data.n}}' },
      { resumed: '' },
    );
    const parameters = { from: IVR, to: CALLER, parameters: { n: '2' } };
    const told: Input = { kind: 'outside-event', event: 'resumed', data: {} };
    const played = play(flow(resume), [told], { trigger: { kind: 'request', parameters } });
    expect(channelOf(played)).toEqual({ ...CHANNEL, sid: 'CH2', details: {} });
  });

  test('stays when a widget fails to start one', () => {
    const failed: Input = { kind: 'outside-event', event: 'failed', data: {} };
    expect(channelOf(play(flow(start('open', '')), [failed], { trigger }))).toEqual({ address: IVR });
  });

  test('lets no second conversation be started', () => {
    const played = play(flow(start('open', 'again'), start('again', '')), [opened], { trigger });
    expect(stepsOf(played.log)).toContain('again failed (end)');
  });

  test('of a subflow is that of its parent, and stays after it', () => {
    const run = (name: string, next: string) =>
      state(
        name,
        'run-subflow',
        { flow_sid: SUBFLOW, flow_revision: 'LatestPublished' },
        { completed: next },
      );
    const options = { trigger, subflows: { [SUBFLOW]: flow(start('open', '')) } };
    const played = play(flow(run('first', 'second'), run('second', '')), [opened], options);
    expect(channelOf(played)).toEqual(CHANNEL);
    expect(stepsOf(played.log)).toContain('second/open failed (end)');
  });

  test('of an incoming message in a conversation names it', () => {
    const parameters = { ConversationSid: 'CH3', From: CALLER, To: IVR };
    const done = flow(state('done', 'set-variables', { variables: [] }));
    const played = play(done, [], { trigger: { kind: 'conversation', parameters } });
    expect(channelOf(played)).toEqual({ ...CHANNEL, sid: 'CH3', details: {} });
  });
});
