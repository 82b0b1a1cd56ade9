import VoiceResponse from 'twilio/lib/twiml/VoiceResponse';

import { readTwiml } from '../../../../scripts/emulator/twiml/read-twiml';

const speech = { say: '', play: '', digits: '', language: 'en-US', voice: '', loop: 1 };

function verbsOf(inner: string): unknown {
  const result = readTwiml(`<Response>${inner}</Response>`);
  return result.ok ? result.verbs : result.note;
}

describe('readTwiml', () => {
  test('reads what the SDK writes', () => {
    const response = new VoiceResponse();
    response.say({ language: 'es-ES', voice: 'Polly.Lucia', loop: 2 }, 'Hola & adiós');
    response.pause({ length: 3 });
    response.play({}, 'https://example.com/a.mp3?b=1&c=2');
    response.play({ digits: 'ww12' });
    const gather = response.gather({ action: '/done', numDigits: 6, timeout: 7, finishOnKey: '*' });
    gather.say({ loop: 2 }, 'Your code?');
    gather.pause({ length: 1 });
    gather.play({}, 'https://example.com/beep.mp3');
    response.redirect({ method: 'GET' }, '/next');
    response.reject({ reason: 'busy' });
    response.hangup();
    expect(readTwiml(response.toString())).toEqual({
      ok: true,
      notes: [],
      verbs: [
        {
          kind: 'speech',
          speech: { ...speech, say: 'Hola & adiós', language: 'es-ES', voice: 'Polly.Lucia', loop: 2 },
        },
        { kind: 'speech', speech: { ...speech, say: '<break time="3s"/>' } },
        { kind: 'speech', speech: { ...speech, play: 'https://example.com/a.mp3?b=1&c=2' } },
        { kind: 'speech', speech: { ...speech, digits: 'ww12' } },
        {
          kind: 'gather',
          prompt: {
            ...speech,
            say: 'Your code? Your code? <break time="1s"/> <audio src="https://example.com/beep.mp3"/>',
          },
          timeoutSeconds: 7,
          finishOnKey: '*',
          numberOfDigits: 6,
          action: '/done',
          method: 'POST',
          actionOnEmptyResult: false,
        },
        { kind: 'redirect', url: '/next', method: 'GET' },
        { kind: 'reject', reason: 'busy' },
        { kind: 'hangup' },
      ],
    });
  });

  test('keeps SSML in what is said', () => {
    const inner = '<Say>1<break time="500ms"/><say-as interpret-as="digits">23</say-as></Say>';
    expect(verbsOf(inner)).toMatchObject([
      { speech: { say: '1<break time="500ms"/><say-as interpret-as="digits">23</say-as>' } },
    ]);
  });

  test.each([
    ['<Gather/>', { timeoutSeconds: 5, finishOnKey: '#', numberOfDigits: null, action: '', method: 'POST' }],
    [
      '<Gather timeout="auto" finishOnKey="" method="get"/>',
      { timeoutSeconds: 5, finishOnKey: '', method: 'GET' },
    ],
    ['<Say loop="0">A</Say>', { speech: { ...speech, say: 'A', loop: 99 } }],
    ['<Say loop="x">A</Say>', { speech: { ...speech, say: 'A' } }],
    ['<Pause length="0"/>', { speech: { ...speech, say: '<break time="1s"/>' } }],
    ['<Reject/>', { reason: 'rejected' }],
  ])('fills in what %s leaves out', (inner, verb) => {
    expect(verbsOf(inner)).toMatchObject([verb]);
  });

  test.each([
    ['<say>A</say>', 12200],
    ['A', 12200],
    ['<Gather><Hangup/></Gather>', 12200],
    ['<Dial>+14155550100</Dial>', null],
    ['<Gather input="dtmf speech"/>', null],
  ])('notes that %s is not done', (inner, code) => {
    const result = readTwiml(`<Response>${inner}<Hangup/></Response>`);
    expect(result).toMatchObject({ ok: true, notes: [{ code }] });
    expect(result.ok && result.verbs.at(-1)).toEqual({ kind: 'hangup' });
  });

  test.each(['', 'Hello', '<Say>A</Say>', '<Response><Say>A</Response>'])('cannot read %j', (text) => {
    expect(readTwiml(text)).toMatchObject({ ok: false, note: { code: 12100 } });
  });
});
