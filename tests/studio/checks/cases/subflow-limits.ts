import { callFlow, OTHER_SID, runSubflow, say, subflow, SUBFLOW_SID, type CheckCases } from '../flows';

const many = (count: number, sid: (index: number) => string): ReturnType<typeof callFlow> =>
  callFlow(
    ...Array.from({ length: count }, (_, index) =>
      runSubflow(`run_${index}`, {}, { completed: `run_${index + 1}` }, { sid: sid(index) }),
    ),
    say(`run_${count}`, 'Goodbye.'),
  );

const numbered = (index: number): string => `FW${String(index).padStart(32, '0')}`;
const large = subflow(...Array.from({ length: 20 }, (_, index) => say(`say_${index}`, 'Hello.')));

export const subflowLimits: CheckCases = {
  reported: [
    {
      shows: 'too many runs',
      flow: many(151, () => SUBFLOW_SID),
      problems: [['error', '#/states', 'has 151 run-subflow widgets, Studio allows 150']],
    },
    {
      shows: 'too many subflows',
      flow: many(51, numbered),
      problems: [['error', '#/states', 'has 51 different subflows, Studio allows 50']],
    },
    {
      shows: 'too many widgets in all, each run counted',
      flow: many(100, () => SUBFLOW_SID),
      options: { subflows: { [SUBFLOW_SID]: large } },
      problems: [['error', '#/states', 'has 2202 widgets']],
    },
    {
      shows: 'a subflow that runs another',
      flow: callFlow(runSubflow('run')),
      options: { subflows: { [SUBFLOW_SID]: subflow(runSubflow('deeper', {}, {}, { sid: OTHER_SID })) } },
      problems: [['error', '#/states/1/properties/flow_sid', 'runs another one ("deeper")']],
    },
    {
      shows: 'a flow that is a subflow itself',
      flow: subflow(runSubflow('run')),
      problems: [['warning', '#/states/1', 'fails when this flow runs as a subflow']],
    },
    {
      shows: 'a subflow with nothing behind its door',
      flow: callFlow(runSubflow('run')),
      options: { subflows: { [SUBFLOW_SID]: callFlow(say('hello', 'Hello.')) } },
      problems: [['error', '#/states/1/properties/flow_sid', 'wire "incomingParent"']],
    },
  ],
  clean: [
    {
      shows: 'as many as Studio allows',
      flow: many(150, (index) => numbered(index % 50)),
    },
    {
      shows: 'a subflow that speaks',
      flow: callFlow(runSubflow('run')),
      options: { subflows: { [SUBFLOW_SID]: subflow(say('hello', 'Hello.')) } },
    },
  ],
};
