import { CALLER, flow, IVR, state } from '../../support/flows';
import { say } from '../../support/widgets';
import { asking, run } from './run-script';

const request = { request: { from: IVR, to: CALLER } };
const check = state('check', 'run-function', { url: 'https://x.twil.io/check' }, { success: '' });
const dial = state('dial', 'make-outgoing-call-v2', { from: IVR, to: CALLER }, { answered: '' });

describe('a script that does not fit its flow', () => {
  test('says which request nothing answers', () => {
    const result = run(flow(check, say('bye')), {});
    expect(result).toMatchObject({ ended: 'waiting' });
    expect(result.error).toContain('nothing answers POST https://x.twil.io/check');
  });

  test('names what a widget waits for when the input does not fit', () => {
    const result = run(flow(dial), { trigger: request, inputs: [{ digits: '1' }] });
    expect(result.error).toBe(
      'Input 1 of the script does not fit: widget "dial" waits for an "event": answered, busy, noAnswer, failed',
    );
  });

  test('does not let a gather hear that does not listen', () => {
    expect(run(asking, { inputs: [{ speech: 'one' }] }).error).toContain('"digits", "timeout"');
  });

  test('names inputs that the flow never took', () => {
    const result = run(flow(say('bye')), { inputs: [{ digits: '1' }, { digits: '2' }] });
    expect(result.ended).toBe('completed');
    expect(result.error).toContain('last 2 inputs of the script, from input 1 on');
  });

  test('waits where the script is over', () => {
    const result = run(asking, {});
    expect(result).toMatchObject({ ended: 'waiting', heard: ['One or two?'] });
    expect(result.error).toBeUndefined();
  });
});
