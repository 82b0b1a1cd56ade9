import { checkFiles } from '../../../scripts/flow-tools/check-files';
import type { FlowFile } from '../../../scripts/flow-tools/check-files';
import { callFlow, runSubflow, say, subflow } from '../../studio/checks/flows';
import { state } from '../../support/flows';
import { shippedFlow } from '../../studio/wiring/shipped-flows';

const VERIFY = { sid: '${FLOW_SID:verify}' };

/** Everything that is found: file, place and sentence. */
function found(...files: readonly FlowFile[]): readonly string[] {
  return checkFiles(files).flatMap(({ file, problems }) =>
    problems.map(({ place, message }) => `${file} ${place}: ${message}`),
  );
}

describe('checkFiles', () => {
  test('finds nothing in the shipped flows together', () => {
    const names = ['otp-by-reply', 'parent-ivr', 'verify-subflow'] as const;
    expect(found(...names.map((name) => ({ file: `${name}.json`, json: shippedFlow(name) })))).toEqual([]);
  });

  test('links a parent and its subflow by file name', () => {
    const parent = callFlow(runSubflow('run', { to: 'x' }, {}, VERIFY));
    const child = subflow(say('hello', '{{trigger.parent.parameters.number}}'));
    const files = [
      { file: 'flows/parent.json', json: parent },
      { file: 'flows/verify.json', json: child },
    ];
    expect(found(...files).filter((line) => line.includes('number') || line.includes('"to"'))).toEqual([
      expect.stringContaining('#/states/1/properties/parameters: the subflow reads "number"'),
      expect.stringContaining('#/states/1/properties/parameters/0: the subflow does not read "to"'),
      expect.stringContaining('flows/verify.json #/states/1/properties/say: no parent passes "number"'),
    ]);
  });

  test('links the file beside the parent where two have one name', () => {
    const json = callFlow(runSubflow('run', { to: 'x' }, {}, VERIFY));
    const reads = subflow(say('hello', '{{trigger.parent.parameters.to}}'));
    const files = [
      { file: 'a/verify.json', json: subflow(say('hello', 'Hello.')) },
      { file: 'b/parent.json', json },
      { file: 'b/verify.json', json: reads },
    ];
    expect(found(...files).filter((line) => line.includes('parameters'))).toEqual([]);
  });

  test('says of a broken subflow what is broken, and nothing of what is passed to it', () => {
    const json = callFlow(runSubflow('run', { to: 'x' }, {}, VERIFY));
    const files = [
      { file: 'parent.json', json },
      { file: 'verify.json', json: { states: 'none' } },
    ];
    expect(found(...files).filter((line) => line.includes('parameters'))).toEqual([]);
    expect(found(...files).some((line) => line.startsWith('verify.json #/states'))).toBe(true);
  });

  test('leaves what other tools fill in alone', () => {
    const flex = { workflow: '${WORKFLOW_SID}', channel: 'voice', attributes: '{}' };
    const terraform = callFlow(
      say('hello', 'It costs ${PRICE}, or ${FLOW_SID:name} inside a text.', 'flex'),
      state('flex', 'send-to-flex', { ...flex, waitUrl: 'https://${DOMAIN}/wait' }),
    );
    const errors = checkFiles([{ file: 'flow.json', json: terraform }]).flatMap(({ problems }) =>
      problems.filter(({ severity }) => severity === 'error'),
    );
    expect(errors).toEqual([]);
  });

  test('asks for placeholders where a flow has one of ours', () => {
    const flow = callFlow(
      runSubflow('run', {}, { completed: 'other' }, VERIFY),
      runSubflow('other', {}, {}, { revision: '1' }),
    );
    expect(found({ file: 'flow.json', json: flow })).toContainEqual(
      expect.stringContaining('flow.json #/states/2/properties/flow_sid'),
    );
  });
});
