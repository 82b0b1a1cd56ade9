import { state } from '../../../support/flows';
import {
  callFlow,
  flowBy,
  gather,
  runFunction,
  runSubflow,
  say,
  set,
  split,
  subflow,
  SUBFLOW_SID,
  type CheckCases,
} from '../flows';

export const noSilentEnds: CheckCases = {
  reported: [
    {
      shows: 'a call that is never answered with a word',
      flow: callFlow(
        set('note', { a: 'b' }, 'text'),
        state('text', 'send-message', { from: 'x', body: 'y' }, { sent: '', failed: '' }),
      ),
      problems: [
        ['warning', '#/states/2/transitions/0', 'say something before it ends'],
        ['warning', '#/states/2/transitions/1', 'say something before it ends'],
      ],
    },
    {
      shows: 'silence after keys, though something was said before them',
      flow: callFlow(
        say('hello', 'Hello.', 'ask'),
        gather('ask', { keypress: 'which', timeout: 'bye' }),
        split('which', '{{widgets.ask.Digits}}', { 1: '' }, 'bye'),
        say('bye', 'Goodbye.'),
      ),
      problems: [['warning', '#/states/3/transitions/1', 'after "match" of "which"']],
    },
    {
      shows: 'keys that lead nowhere',
      flow: callFlow(gather('ask', { timeout: 'bye' }), say('bye', 'Goodbye.')),
      problems: [['warning', '#/states/1/transitions/0', 'after "keypress" of "ask"']],
    },
    {
      shows: 'tones, which are not for the caller',
      flow: callFlow(state('tones', 'say-play', { digits: '12' }, { audioComplete: '' })),
      problems: [['warning', '#/states/1/transitions/0', 'without a word']],
    },
    {
      shows: 'a subflow in which nothing can be heard',
      flow: callFlow(runSubflow('run', {}, { failed: 'bye' }), say('bye', 'Goodbye.')),
      options: { subflows: { [SUBFLOW_SID]: subflow(set('note', { a: 'b' })) } },
      problems: [['warning', '#/states/1/transitions/0', 'after "completed" of "run"']],
    },
    {
      shows: 'a call that Studio makes itself',
      flow: flowBy(
        'incomingRequest',
        state(
          'dial',
          'make-outgoing-call-v2',
          { from: 'x', to: 'y' },
          { answered: 'note', busy: '', noAnswer: '', failed: '' },
        ),
        set('note', { a: 'b' }),
      ),
      problems: [['warning', '#/states/2/transitions/0', 'after "next" of "note"']],
    },
    {
      shows: 'keys, and an answer, for which no transition is written',
      flow: callFlow(
        state('ask', 'gather-input-on-call', { say: 'Press one.' }, { timeout: 'run' }),
        state('run', 'run-function', { url: 'https://example.com/run' }, { fail: 'bye' }),
        say('bye', 'Goodbye.'),
      ),
      problems: [
        ['warning', '#/states/1/transitions', 'after "keypress" of "ask"'],
        ['warning', '#/states/2/transitions', 'after "success" of "run"'],
      ],
    },
    {
      shows: 'a widget without any transition',
      flow: callFlow(state('run', 'run-function', { url: 'https://example.com/run' })),
      problems: [
        ['warning', '#/states/1/transitions', 'after "success" of "run"'],
        ['warning', '#/states/1/transitions', 'after "fail" of "run"'],
      ],
    },
  ],
  clean: [
    {
      shows: 'a last word on every branch',
      flow: callFlow(
        gather('ask', { keypress: 'bye', timeout: 'bye' }),
        say('bye', 'Goodbye.', 'note'),
        set('note', { a: 'b' }),
      ),
    },
    {
      shows: 'a gather that does not listen: its speech never ends a call',
      flow: callFlow(gather('ask', { keypress: 'bye', timeout: 'bye' }), say('bye', 'Goodbye.')),
    },
    {
      shows: 'trouble that no-unhandled-events reports, written or not',
      flow: callFlow(
        state('which', 'split-based-on', { input: '{{trigger.call.From}}' }, { match: 'bye' }),
        say('bye', 'Goodbye.'),
      ),
    },
    {
      shows: 'events that the console leaves out',
      flow: callFlow(
        state(
          'flex',
          'send-to-flex',
          { workflow: 'x', channel: 'y' },
          { callComplete: '', failedToEnqueue: 'bye', callFailure: 'bye' },
        ),
        say('bye', 'Goodbye.'),
      ),
    },
    {
      shows: 'a subflow that is not given, and one that speaks',
      flow: callFlow(runSubflow('run', {}, { failed: 'bye' }), say('bye', 'Goodbye.')),
      options: { subflows: { [SUBFLOW_SID]: subflow(say('hello', 'Hello.')) } },
    },
    {
      shows: 'a conversation in writing',
      flow: flowBy('incomingMessage', runFunction('run', {})),
    },
    {
      shows: 'a subflow, which goes back to its parent',
      flow: subflow(set('note', { a: 'b' })),
    },
    {
      shows: 'a caller who was connected to somebody',
      flow: callFlow(
        state('connect', 'connect-call-to', { noun: 'number' }, { callCompleted: '', hangup: '' }),
      ),
    },
  ],
};
