import type { Input } from '../../../studio/model/wait';
import { flow, play, state } from '../../support/flows';

const record = state('record', 'record-voicemail', {}, { recordingComplete: 'record', noAudio: 'record' });

function told(event: string, data: Extract<Input, { kind: 'outside-event' }>['data']): Input {
  return { kind: 'outside-event', event, data };
}

describe('outsideWidget', () => {
  test('writes its outputs when the step ends, not before', () => {
    expect(play(flow(record)).execution.frames[0]?.widgets).toEqual({});
    const { execution } = play(flow(record), [told('recordingComplete', { RecordingSid: 'RE1' })]);
    expect(execution.frames[0]?.widgets).toEqual({ record: { RecordingSid: 'RE1' } });
  });

  test('leaves the old outputs alone when an event brings none', () => {
    const inputs = [told('recordingComplete', { RecordingSid: 'RE1' }), told('noAudio', {})];
    const { execution } = play(flow(record), inputs);
    expect(execution.frames[0]?.widgets).toEqual({ record: { RecordingSid: 'RE1' } });
  });

  test('replaces them all when an event brings some', () => {
    const inputs = [told('recordingComplete', { RecordingSid: 'RE1' }), told('recordingComplete', { a: 1 })];
    expect(play(flow(record), inputs).execution.frames[0]?.widgets).toEqual({ record: { a: 1 } });
  });
});
