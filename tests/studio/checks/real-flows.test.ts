import { checkFiles } from '../../../scripts/flow-tools/check-files';
import { countOf, realFlows } from '../../support/real-flows';

const flows = realFlows();

test(`finds no error in real flows (${countOf(flows)})`, () => {
  const errors = checkFiles(flows).flatMap(({ file, problems }) =>
    problems
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, place, message }) => `${file}: ${place}: ${rule}: ${message}`),
  );
  expect(errors).toEqual([]);
});
