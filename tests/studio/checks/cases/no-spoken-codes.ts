import { state } from '../../../support/flows';
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
    {
      shows: 'digits that were sent, without a word for a code',
      flow: callFlow(
        gather('ask', listening, {
          say: 'Please enter the six digits that we texted you.',
          number_of_digits: 6,
        }),
        bye,
      ),
      problems: [['warning', '#/states/1/transitions/1', 'asks for a code']],
    },
    {
      shows: 'a code that is asked for before the gather',
      flow: callFlow(
        say('tell', 'Now enter your verification code.', 'count'),
        set('count', { tries: '1' }, 'ask'),
        gather('ask', listening, { say: 'Go ahead.', number_of_digits: 6 }),
        bye,
      ),
      problems: [['warning', '#/states/3/transitions/1', 'asks for a code']],
    },
    ...['entered_code', 'userCode', 'Code', 'user-pin', 'oneTimePasscode'].map((key) => ({
      shows: `keys that go into "${key}"`,
      flow: callFlow(
        gather('ask', { keypress: 'check', speech: 'check' }, { say: 'Go ahead.' }),
        runFunction('check', { [key]: '{{widgets.ask.Digits}}' }, { success: 'bye' }),
        bye,
      ),
      problems: [['warning', '#/states/1/transitions/1', 'asks for a code'] as const],
    })),
    ...[
      { body: '{"code": "{{widgets.ask.Digits}}"}' },
      { body: 'to=x&code={{ widgets.ask.Digits | url_encode }}' },
      { url: 'https://example.com/check?code={{widgets.ask.Digits}}' },
    ].map((properties) => ({
      shows: `keys that go into a request: ${Object.values(properties).join()}`,
      flow: callFlow(
        gather('ask', { keypress: 'check', speech: 'check' }, { say: 'Go ahead.' }),
        state('check', 'make-http-request', { url: 'https://example.com', ...properties }),
      ),
      problems: [['warning', '#/states/1/transitions/1', 'asks for a code'] as const],
    })),
    {
      shows: 'keys that go there by way of several variables, in whatever order they are set',
      flow: callFlow(
        gather('ask', { keypress: 'first', speech: 'first' }, { say: 'Go ahead.' }),
        set('third', { c: '{{widgets.second.b}}', a: '{{flow.variables.c}}' }, 'check'),
        set('first', { a: '{{widgets.ask.Digits}}' }, 'second'),
        set('second', { b: '{{flow.variables.a}}' }, 'third'),
        runFunction('check', { code: '{{flow.variables.c}}' }, { success: 'bye' }),
        bye,
      ),
      problems: [['warning', '#/states/1/transitions/1', 'asks for a code']],
    },
  ],
  clean: [
    {
      shows: 'parameters whose code is no secret',
      flow: callFlow(
        gather('ask', { keypress: 'look', speech: 'look' }, { say: 'Go ahead.' }),
        runFunction(
          'look',
          { zip_code: '{{widgets.ask.Digits}}', countryCode: '{{widgets.ask.Digits}}', encode: 'x' },
          { success: 'bye' },
        ),
        bye,
      ),
    },
    {
      shows: 'a menu after words about a code',
      flow: callFlow(
        say('tell', 'Your code is on its way.', 'long'),
        gather('long', { keypress: 'ask', speech: 'ask' }, { say: 'Say where you live.' }),
        say('ask', 'To enter a code, press 1.', 'menu'),
        gather('menu', listening, { say: 'Or say help.', number_of_digits: 1 }),
        bye,
      ),
    },
    {
      shows: 'a request that has a code of its own beside the keys',
      flow: callFlow(
        gather('ask', { keypress: 'check', speech: 'check' }, { say: 'Go ahead.' }),
        state('check', 'make-http-request', {
          url: 'https://example.com?x={{widgets.ask.Digits}}&code={{flow.variables.code}}',
          body: '{"code": "1", "age": "{{widgets.ask.Digits}}"}',
        }),
      ),
    },
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
