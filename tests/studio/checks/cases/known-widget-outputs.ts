import { state } from '../../../support/flows';
import {
  callFlow,
  gather,
  runFunction,
  runSubflow,
  say,
  set,
  subflow,
  SUBFLOW_SID,
  type CheckCases,
} from '../flows';

const child = subflow(set('result', { status: 'approved' }));

export const knownWidgetOutputs: CheckCases = {
  reported: [
    {
      shows: 'a widget that does not exist',
      flow: callFlow(gather('ask', { keypress: 'tell' }), say('tell', '{{widgets.Ask.Digits}}')),
      problems: [['error', '#/states/2/properties/say', 'no widget is named "Ask" (did you mean "ask"?)']],
    },
    {
      shows: 'one that the template can do without',
      flow: callFlow(say('tell', '{% case widgets.other.x %}{% when "a" %}A{% else %}B{% endcase %}')),
      problems: [['warning', '#/states/1/properties/say', 'no widget is named "other"']],
    },
    {
      shows: 'outputs that the type never has',
      flow: callFlow(
        runFunction('run', {}, { success: 'tell' }),
        say('tell', '{{widgets.run.status}} {{widgets.Trigger.From}}'),
      ),
      problems: [
        ['error', '#/states/2/properties/say', '"run" (run-function) leaves body, content_type'],
        ['error', '#/states/2/properties/say', '"Trigger" (trigger) leaves nothing to read'],
      ],
    },
    {
      shows: 'outputs of a gather in the wrong letters, and unlikely ones',
      flow: callFlow(
        gather('ask', { keypress: 'tell' }),
        say('tell', '{{widgets.ask.digits}} {{widgets.ask.weather}}'),
      ),
      problems: [
        ['error', '#/states/2/properties/say', 'did you mean "Digits"?'],
        ['warning', '#/states/2/properties/say', 'probably blank'],
      ],
    },
    {
      shows: 'what a widget leaves, before it has run',
      flow: callFlow(say('tell', '{{widgets.ask.Digits}}', 'ask'), gather('ask', {})),
      problems: [['warning', '#/states/1/properties/say', 'read it after "ask" has run']],
    },
    {
      shows: 'what a widget would leave that never runs',
      flow: callFlow(say('tell', '{{widgets.ask.Digits}}'), gather('ask', { keypress: 'tell' })),
      problems: [['warning', '#/states/1/properties/say', 'nothing leads to "ask", so it never runs']],
    },
    {
      shows: 'a variable that the subflow does not set',
      flow: callFlow(runSubflow('run', {}, { completed: 'tell' }), say('tell', '{{widgets.run.verified}}')),
      options: { subflows: { [SUBFLOW_SID]: child } },
      problems: [['error', '#/states/2/properties/say', 'leaves status']],
    },
  ],
  clean: [
    {
      shows: 'what each type leaves',
      flow: callFlow(
        gather('ask-code', { keypress: 'run' }),
        runFunction('run', { code: '{{widgets.ask-code.Digits}}' }, { success: 'note' }),
        set('note', { a: '{{widgets.run.parsed.list[0].x}}' }, 'text'),
        state('text', 'send-message', { from: 'x', body: '{{widgets.note.a}}' }, { sent: 'tell' }),
        say('tell', '{{widgets.text.outbound.Sid}} {{widgets.ask-code.CallSid}}'),
      ),
    },
    {
      shows: 'a variable of a subflow, given or not',
      flow: callFlow(
        runSubflow('run', {}, { completed: 'other' }),
        runSubflow('other', {}, { completed: 'tell' }, { sid: `FW${'c'.repeat(32)}` }),
        say('tell', '{{widgets.run.status}} {{widgets.other.anything}}'),
      ),
      options: { subflows: { [SUBFLOW_SID]: child } },
    },
    {
      shows: 'a type whose work is done outside',
      flow: callFlow(
        state('queue', 'enqueue-call', {}, { callComplete: 'tell' }),
        say('tell', '{{widgets.queue.QueueResult}}'),
      ),
    },
  ],
};
