import { state } from '../../../support/flows';
import { callFlow, say, type CheckCases } from '../flows';

const sound = callFlow(say('hello', 'Hello.'));

export const singleTrigger: CheckCases = {
  reported: [
    {
      shows: 'a flow that begins at another widget',
      flow: { ...sound, initial_state: 'hello' },
      problems: [['warning', '#/initial_state', 'name "Trigger" here, and wire it to "hello"']],
    },
    {
      shows: 'a flow without a trigger',
      flow: { ...sound, initial_state: 'hello', states: [say('hello', 'Hello.')] },
      problems: [['warning', '#/initial_state', 'add a trigger']],
    },
    {
      shows: 'a second trigger',
      flow: {
        ...sound,
        states: [...sound.states, state('Other', 'trigger', {}, { incomingMessage: 'hello' })],
      },
      problems: [['warning', '#/states/2', 'nothing begins there']],
    },
  ],
  clean: [{ shows: 'a flow that begins at its only trigger', flow: sound }],
};
