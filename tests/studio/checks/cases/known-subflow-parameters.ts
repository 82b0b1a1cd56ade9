import { callFlow, runSubflow, say, subflow, OTHER_SID, SUBFLOW_SID, type CheckCases } from '../flows';

const child = subflow(
  say('hello', '{{trigger.parent.parameters.to}} {{trigger.parent.parameters.channel | default: "sms"}}'),
);
const other = { sid: OTHER_SID };
const subflows = { [SUBFLOW_SID]: child };

export const knownSubflowParameters: CheckCases = {
  reported: [
    {
      shows: 'one that the subflow does not read, and one that it needs',
      flow: callFlow(runSubflow('run', { To: 'x' })),
      options: { subflows },
      problems: [
        ['warning', '#/states/1/properties/parameters', 'the subflow reads "to", which is not passed'],
        ['warning', '#/states/1/properties/parameters/0', 'does not read "To" (did you mean "to"?)'],
      ],
    },
    {
      shows: 'one that no parent passes',
      flow: child,
      options: {
        parents: [{ definition: callFlow(runSubflow('run', { number: 'x' })), flowSid: SUBFLOW_SID }],
      },
      problems: [['warning', '#/states/1/properties/say', 'no parent passes "to"']],
    },
  ],
  clean: [
    {
      shows: 'what the subflow reads, without what it has a default for',
      flow: callFlow(runSubflow('run', { to: 'x' })),
      options: { subflows },
    },
    {
      shows: 'a subflow that reads them all at once',
      flow: callFlow(runSubflow('run', { anything: 'x' })),
      options: {
        subflows: { [SUBFLOW_SID]: subflow(say('hello', '{{trigger.parent.parameters | to_json}}')) },
      },
    },
    {
      shows: 'a subflow that reads them with what is around them',
      flow: callFlow(runSubflow('run', { anything: 'x' }), runSubflow('other', { anything: 'x' }, {}, other)),
      options: {
        subflows: {
          [SUBFLOW_SID]: subflow(say('hello', '{{trigger.parent | to_json}}')),
          [OTHER_SID]: subflow(say('hello', '{{trigger | to_json}}')),
        },
      },
    },
    {
      shows: 'a subflow whose parents pass what it needs',
      flow: child,
      options: { parents: [{ definition: callFlow(runSubflow('run', { to: 'x' })), flowSid: SUBFLOW_SID }] },
    },
    { shows: 'a subflow that is not given', flow: callFlow(runSubflow('run', { anything: 'x' })) },
  ],
};
