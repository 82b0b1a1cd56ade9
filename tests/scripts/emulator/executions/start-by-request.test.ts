import { receiveMessage } from '../../../../scripts/emulator/executions/receive-message';
import { CALLER, flow, IVR, state } from '../../../support/flows';
import { call, phoneWorld } from '../../../support/phone-world';
import { start, stepsOf } from './started';

const QUESTION = flow(
  state(
    'ask',
    'send-and-wait-for-reply',
    { body: 'Well?', timeout: '60' },
    { incomingMessage: '', timeout: '', deliveryFailure: '' },
  ),
);

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

  test('starts none while a message has one active', () => {
    const world = phoneWorld(QUESTION);
    receiveMessage(world, { from: CALLER, to: IVR, body: 'Hi' });
    expect(start(world).status).toBe('contact-active');
    expect(start(world, '+14155550101').status).toBe('started');
  });

  test('gets the messages of its contact', () => {
    const world = phoneWorld(QUESTION);
    const first = start(world);
    receiveMessage(world, { from: CALLER, to: IVR, body: 'Well' });
    expect(world.store.executions.size).toBe(1);
    expect(first.status === 'started' && stepsOf(first.execution)).toContain('ask incomingMessage');
  });

  test('takes no call for the contact where calls may be concurrent', () => {
    const world = phoneWorld(QUESTION);
    call(world);
    world.clock.advance(0);
    expect(start(world).status).toBe('started');
  });
});
