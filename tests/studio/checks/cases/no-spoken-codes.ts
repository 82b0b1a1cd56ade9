import { callFlow, gather, runFunction, say, set, type CheckCases } from '../flows';

const bye = say('bye', 'Goodbye.');
const listening = { keypress: 'bye', speech: 'bye' };

export const noSpokenCodes: CheckCases = {
  reported: [
    {
      shows: 'a prompt that asks for a code, in two languages',
      flow: callFlow(
        gather('ask', { keypress: 'pide', speech: 'pide' }, { say: 'Please say or key in your passcode.' }),
        gather('pide', listening, { say: 'Marque su código.', number_of_digits: 6 }),
        bye,
      ),
      problems: [
        ['warning', '#/states/1/transitions/1', 'unwire "speech"'],
        ['warning', '#/states/2/transitions/1', 'unwire "speech"'],
      ],
    },
    {
      shows: 'keys that go into a parameter named for a secret',
      flow: callFlow(
        gather('ask', { keypress: 'check', speech: 'check' }, { say: '{{flow.data.prompt}}' }),
        runFunction('check', { otp: '{{widgets.ask.Digits}}' }, { success: 'bye' }),
        bye,
      ),
      problems: [['warning', '#/states/1/transitions/1', 'asks for a code']],
    },
    {
      shows: 'speech that goes there by way of a variable',
      flow: callFlow(
        gather('ask', { speech: 'note' }, { say: 'Go on.' }),
        set('note', { spoken: '{{widgets.ask.SpeechResult | strip}}' }, 'check'),
        runFunction('check', { verificationCode: '{{flow.variables.spoken}}' }, { success: 'bye' }),
        bye,
      ),
      problems: [['warning', '#/states/1/transitions/1', 'asks for a code']],
    },
  ],
  clean: [
    {
      shows: 'a code that is taken by keypad only',
      flow: callFlow(gather('ask', { keypress: 'bye' }, { say: 'Please key in the code.' }), bye),
    },
    {
      shows: 'a menu, and numbers that are no secret',
      flow: callFlow(
        gather(
          'menu',
          { keypress: 'zip', speech: 'zip' },
          { say: 'For a new code, press 1.', number_of_digits: 1 },
        ),
        gather('zip', listening, { say: 'What is your zip code?' }),
        bye,
      ),
    },
  ],
};
