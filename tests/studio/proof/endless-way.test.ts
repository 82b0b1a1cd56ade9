import { endlessWay } from '../../../studio/proof/endless-way';
import { explore } from '../../../studio/proof/explore';
import { scenariosOf } from '../../../studio/proof/scenario';
import { subjectOf } from '../../../studio/proof/subject';
import { variantsOf } from '../../../studio/proof/undocumented-variants';
import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { MAXIMUM_STEPS } from '../../../studio/model/limits';
import { flow } from '../../support/flows';
import { look, menu, say, set } from './parent-edits';
import { questionOf } from './question';

/** What an exploration of a flow without a subflow knows after so many states. */
function endlessIn(definition: FlowDefinition, states = 100) {
  const question = questionOf(definition);
  const [scenario] = scenariosOf(definition, variantsOf(question));
  if (scenario === undefined) throw new Error('Every flow can be called');
  const subject = subjectOf(scenario, question);
  const { nodes } = explore(subject, { states, isTimeUp: () => false }, () => false);
  return endlessWay(subject, nodes, () => false);
}

/** Asks for keys, counts, and asks again while a split says so. */
function counting(type: string, value: string, count = '{{flow.variables.n | plus: 1}}'): FlowDefinition {
  return flow(
    menu('count', {}, { timeout: 'bye' }),
    set('count', { n: count }, 'look'),
    look('{{flow.variables.n}}', type, value, { match: 'menu', noMatch: 'bye' }),
    say('bye', 'Goodbye.'),
  );
}

describe('endlessWay', () => {
  test('finds the round of a count that nothing limits', () => {
    const found = endlessIn(counting('is_not_blank', ''));
    expect(found?.round.map(({ choice }) => choice?.label)).toEqual(['presses some keys']);
    expect(found?.way.at(-1)?.log.at(-1)).toMatchObject({ kind: 'warning', code: 81000 });
    const steps = found?.way.flatMap(({ log }) => log.filter(({ kind }) => kind === 'step'));
    expect(steps?.length).toBeGreaterThan(MAXIMUM_STEPS - 5);
  });

  test('finds a text that grows in every round', () => {
    expect(endlessIn(counting('starts_with', 'x', '{{flow.variables.n}}x'))).not.toBeNull();
  });

  test('finds a count that begins after some rounds of nothing', () => {
    const late = flow(
      say('first', 'One.', 'second'),
      say('second', 'Two.', 'menu'),
      ...counting('is_not_blank', '').states.filter(({ type }) => type !== 'trigger'),
    );
    expect(endlessIn(late)).not.toBeNull();
  });

  test.each([2, 20, 80])('finds none where %i rounds are all', (rounds) => {
    expect(endlessIn(counting('less_than', String(rounds)))).toBeNull();
  });

  test('finds none where nothing goes round', () => {
    expect(endlessIn(flow(menu('bye', {}, { timeout: 'bye' }), say('bye', 'Goodbye.')))).toBeNull();
  });
});
