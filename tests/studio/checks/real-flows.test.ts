import { checkFlow } from '../../../studio/checks/check-flow';
import { countOf, realFlows } from '../../support/real-flows';

const flows = realFlows();

test(`finds no error in real flows (${countOf(flows)})`, () => {
  const errors = flows.flatMap(({ file, json }) =>
    checkFlow(json)
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, place, message }) => `${file}: ${place}: ${rule}: ${message}`),
  );
  expect(errors).toEqual([]);
});
