import {
  startByRequest,
  type StartByRequestResult,
} from '../../../../scripts/emulator/executions/start-by-request';
import { CALLER, flow, FLOW_SID, IVR, state } from '../../../support/flows';
import { call, phoneWorld, type PhoneWorld } from '../../../support/phone-world';

const QUESTION = flow(
  state(
    'ask',
    'send-and-wait-for-reply',
    { body: 'Well?', timeout: '60' },
    { incomingMessage: '', timeout: '', deliveryFailure: '' },
  ),
);

/** Starts the world's flow as the REST API does. */
function start(world: PhoneWorld): StartByRequestResult {
  const published = world.store.flows.get(FLOW_SID);
  if (published === undefined) throw new Error('The world has no flow');
  const request = { to: CALLER, from: IVR, parameters: { a: 1 } };
  return startByRequest(world.store, world.executions, published, request);
}

describe('startByRequest', () => {
  test('gives the flow both addresses and the parameters', () => {
    expect(start(phoneWorld(QUESTION))).toMatchObject({
      status: 'started',
      execution: {
        state: {
          trigger: { kind: 'request', parameters: { from: IVR, to: CALLER, parameters: { a: 1 } } },
        },
      },
    });
  });

  test('starts one at a time for a pair of addresses', () => {
    const world = phoneWorld(QUESTION);
    const first = start(world);
    const execution = first.status === 'started' ? first.execution : undefined;
    expect(start(world)).toEqual({ status: 'contact-active', active: execution });
    world.executions.resume(execution?.sid ?? '', { kind: 'end' });
    expect(start(world).status).toBe('started');
  });

  test('takes no call for the contact where calls may be concurrent', () => {
    const world = phoneWorld(QUESTION);
    call(world);
    world.clock.advance(0);
    expect(start(world).status).toBe('started');
  });
});
