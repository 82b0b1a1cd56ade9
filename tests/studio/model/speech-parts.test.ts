import { speechParts } from '../../../studio/model/speech-parts';

describe('speechParts', () => {
  test('tells words, silence and audio files apart', () => {
    const say =
      ' One <emphasis>two</emphasis>\n<break time="1.5s"/>3<break time="200ms"></break><break/><audio src="a?b&amp;c"/>';
    expect(speechParts(say)).toEqual([
      { kind: 'text', text: 'One two' },
      { kind: 'pause', seconds: 1.5 },
      { kind: 'text', text: '3' },
      { kind: 'pause', seconds: 0.2 },
      { kind: 'pause', seconds: 0.5 },
      { kind: 'audio', url: 'a?b&c' },
    ]);
  });
});
