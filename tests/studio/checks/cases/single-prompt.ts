import { state } from '../../../support/flows';
import { callFlow, gather, say, type CheckCases } from '../flows';

export const singlePrompt: CheckCases = {
  reported: [
    {
      shows: 'two prompts at once',
      flow: callFlow(
        state(
          'tell',
          'say-play',
          { say: 'Hello.', play: 'https://example.com/a.mp3' },
          { audioComplete: 'ask' },
        ),
        gather('ask', {}, { say: 'Hello.', play: 'https://example.com/a.mp3' }),
      ),
      problems: [
        ['error', '#/states/1/properties', 'has say and play, takes exactly one of say, play, digits'],
        ['error', '#/states/2/properties', 'takes exactly one of say, play: remove the others'],
      ],
    },
    {
      shows: 'nothing to say',
      flow: callFlow(state('tell', 'say-play', { say: '' }), gather('ask', {}, {})),
      problems: [
        ['warning', '#/states/1/properties', 'says nothing'],
        ['warning', '#/states/2/properties', 'says nothing'],
      ],
    },
    {
      shows: 'nothing but blanks to say',
      flow: callFlow(state('tell', 'say-play', { say: '  ' }), gather('ask', {}, { say: '\n' })),
      problems: [
        ['warning', '#/states/1/properties', 'says nothing'],
        ['warning', '#/states/2/properties', 'says nothing'],
      ],
    },
  ],
  clean: [
    {
      shows: 'one prompt, the others empty',
      flow: callFlow(
        state('tell', 'say-play', { say: '', play: 'https://example.com/a.mp3', digits: '' }),
        say('hello', 'Hello.'),
        gather('ask', {}),
      ),
    },
  ],
};
