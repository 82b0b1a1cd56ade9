import { judge } from '../../../scripts/mutation/judge/judge';
import { playBeginning } from '../../../scripts/mutation/judge/played-step';
import { Recording } from '../../../scripts/mutation/judge/recording';
import { stagesOf } from '../../../scripts/mutation/judge/stage';
import { mutantsOf, sampleOfEach } from '../../../scripts/mutation/mutants';
import { shippedFlow } from '../../studio/wiring/shipped-flows';

const original = { parent: shippedFlow('parent-ivr'), subflow: shippedFlow('verify-subflow') };
const limits = { callerTurns: 2, troubles: 1 };

function recorded(): Recording {
  const recording = new Recording();
  judge(original, limits, recording);
  return recording;
}

describe('Recording', () => {
  test('spares no mutant a call that can differ', () => {
    const recording = recorded();
    for (const { pair, flow, widget } of sampleOfEach(mutantsOf(original), 2, 0.5)) {
      const memory = recording.besides(`${flow}:${widget}`);
      expect(judge(pair, limits, memory)).toEqual(judge(pair, limits));
    }
  });

  test('gives back no step that comes to the widget', () => {
    const recording = recorded();
    const stage = stagesOf(original).at(-1);
    if (stage === undefined) throw new Error('Somebody calls');
    const { key, turn } = playBeginning(stage);
    const [option = ''] = turn.options;
    const step = recording.recall(3, key, option);
    expect(step?.widgets).toEqual([
      'subflow:start_verify',
      'subflow:start_status',
      'subflow:tell_sent',
      'subflow:ask_code',
    ]);
    expect(recording.besides('subflow:start_status').recall(3, key, option)).toBeUndefined();
    expect(recording.besides('subflow:check_status').recall(3, key, option)).toBe(step);
  });
});
