import { contextOf } from '../../../studio/interpreter/context';
import type { Trigger } from '../../../studio/model/execution';
import type { JsonObject } from '../../../studio/model/json';
import { CALLER, flow, FLOW_SID, IVR, play, state } from '../../support/flows';

const anything = flow(state('done', 'set-variables', { variables: [] }));

/** The context at the end of a flow that does nothing. */
function contextAfter(trigger: Trigger): JsonObject {
  return contextOf(play(anything, [], { trigger }).execution);
}

describe('namespaces', () => {
  test.each(['call', 'message'] as const)('of a %s hold the webhook verbatim', (kind) => {
    const parameters = { From: CALLER, To: IVR, 'SipHeader_X-Account': '7' };
    expect(contextAfter({ kind, parameters })).toMatchObject({
      trigger: { [kind]: parameters },
      flow: { flow_sid: FLOW_SID, channel: { address: IVR }, data: {} },
      contact: { channel: { address: CALLER } },
    });
  });

  test('hold exactly one kind of trigger', () => {
    expect(contextAfter({ kind: 'message', parameters: {} })['trigger']).toEqual({ message: {} });
  });

  test('of a conversation name its channel', () => {
    const parameters = { ConversationSid: 'CH1', From: CALLER };
    expect(contextAfter({ kind: 'conversation', parameters })).toMatchObject({
      flow: { channel: { sid: 'CH1' } },
    });
  });

  test('show REST parameters twice', () => {
    const parameters = { from: IVR, to: CALLER, parameters: { name: 'Ada' } };
    expect(contextAfter({ kind: 'request', parameters })).toMatchObject({
      trigger: { request: parameters },
      flow: { data: { name: 'Ada' }, channel: { address: IVR } },
      contact: { channel: { address: CALLER } },
    });
  });

  test('show what is in the JSON of add-ons and channel attributes', () => {
    const parameters = { AddOns: '{"status": "successful"}', ChannelAttributes: '{"status": "ACTIVE"}' };
    expect(contextAfter({ kind: 'message', parameters })).toMatchObject({
      trigger: { message: { AddOns: { status: 'successful' }, ChannelAttributes: { status: 'ACTIVE' } } },
      flow: { add_ons: { status: 'successful' } },
    });
  });

  test('keep add-ons that are no JSON as they came', () => {
    expect(contextAfter({ kind: 'call', parameters: { AddOns: '{' } })).toMatchObject({
      trigger: { call: { AddOns: '{' } },
    });
  });

  test('have no trigger.caller, which renders empty', () => {
    const { wait } = play(flow(state('x', 'say-play', { say: '[{{trigger.caller.From}}]' }))).execution;
    expect(wait).toMatchObject({ speech: { say: '[]' } });
  });
});
