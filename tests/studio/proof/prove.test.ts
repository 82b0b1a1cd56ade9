import { prove } from '../../../studio/proof/prove';
import { PROPERTIES } from '../../../studio/proof/properties/registry';
import { on, withArrow, withProperties, withWidget } from '../../scripts/deployment/edit-flow';
import { flow, state } from '../../support/flows';
import { shippedFlow } from '../wiring/shipped-flows';
import { LIMITS, questionOf } from './question';
import { UNSAFE_PARENTS } from './unsafe-parents';

const parent = shippedFlow('parent-ivr');
const subflow = shippedFlow('verify-subflow');

/** Subflows that break one property each; the parent stays as shipped. */
const BROKEN_SUBFLOWS: Readonly<Record<string, ReturnType<typeof shippedFlow>>> = {
  'no-bypass': withArrow(subflow, 'check_status', on('match', 'pending'), 'result_approved'),
  'own-number': withProperties(subflow, 'start_verify', {
    parameters: [{ key: 'to', value: '+14155550198' }],
  }),
  'no-dead-end': withArrow(subflow, 'ask_code', on('timeout'), 'ask_code'),
  'no-broken-widget': withProperties(subflow, 'ask_code', { say: '{{ flow.variables.notice | shout }}' }),
  'subflow-contract': withWidget(subflow, 'result_expired', (result) => ({
    ...result,
    properties: { variables: [{ key: 'status', value: 'expired', type: 'string' }] },
  })),
  'no-leak': withProperties(subflow, 'say_expired', { say: 'The code {{widgets.ask_code.Digits}} is over.' }),
};

describe('prove', () => {
  test('proves the shipped pair and tells what a call can cost', () => {
    const proof = prove(questionOf(parent), LIMITS);
    expect(proof).toMatchObject({ status: 'proven', violations: [], reasons: [] });
    expect(proof.cost).toMatchObject({ texts: 2 });
    expect(proof.cost?.steps).toBeLessThan(100);
    expect(proof.explored.map(({ title, states }) => [title, states > 500])).toEqual([['a call', true]]);
    expect(proof.cost?.besides).toEqual([
      expect.stringContaining('for each key after the 10th at "ask_code"'),
    ]);
  });

  // What the REST API begins has a test of its own.
  const ofSubflows = PROPERTIES.map(({ name }) => name).filter((name) => name !== 'request-contract');
  test.each(ofSubflows)('refutes a subflow that breaks %s', (name) => {
    const broken = BROKEN_SUBFLOWS[name];
    if (broken === undefined) throw new Error(`No subflow breaks "${name}" here`);
    const { status, violations } = prove(questionOf(parent, broken), LIMITS);
    expect(status).toBe('refuted');
    expect(violations.map(({ property }) => property)).toContain(name);
  });

  test.each(Object.entries(UNSAFE_PARENTS))(
    'refuses a parent with %s',
    (_title, { definition, property }) => {
      const { violations } = prove(questionOf(definition), LIMITS);
      const violation = violations.find((candidate) => candidate.property === property);
      expect(violation?.message).toMatch(/\w/);
      expect(violation?.happens.length).toBeGreaterThan(0);
    },
  );

  test('shows the shortest call: nothing but a welcome when the subflow is skipped', () => {
    const skipping = withArrow(parent, 'welcome', on('audioComplete'), 'success');
    const { violations } = prove(questionOf(skipping), LIMITS);
    expect(violations[0]?.happens).toEqual(['hears "welcome" to the end']);
  });

  test('finds a round that only Studio’s limits would end', () => {
    const round = withArrow(subflow, 'what_was_keyed', on('match', '*'), 'tell_no_new_code');
    const { violations, cost } = prove(questionOf(parent, round), LIMITS);
    expect(violations.map(({ property }) => property)).toContain('termination');
    expect(cost).toBeNull();
  });

  test('says that it is not proven when the limits are reached', () => {
    const proof = prove(questionOf(parent), { ...LIMITS, states: 10 });
    expect(proof).toMatchObject({
      status: 'not-proven',
      cost: null,
      reasons: ['there are more than 10 states'],
    });
    const late = prove(questionOf(parent), { ...LIMITS, isTimeUp: () => true });
    expect(late).toMatchObject({ status: 'not-proven', reasons: ['the time was up after 0 states'] });
  });

  test('tries any answer of a server that it knows nothing about', () => {
    const ask = state(
      'ask_server',
      'make-http-request',
      { url: 'https://example.com/', method: 'GET' },
      { success: 'is_known', failed: 'bye' },
    );
    const known = {
      ...state('is_known', 'split-based-on', { input: '{{widgets.ask_server.parsed.vip}}' }),
      transitions: [
        { event: 'noMatch', next: 'bye' },
        {
          event: 'match',
          next: 'success',
          conditions: [
            {
              friendly_name: 'vip',
              arguments: ['{{widgets.ask_server.parsed.vip}}'],
              type: 'equal_to',
              value: 'gold',
            },
          ],
        },
      ],
    };
    const say = (name: string) => state(name, 'say-play', { say: 'Hello.' }, { audioComplete: '' });
    const { violations } = prove(questionOf(flow(ask, known, say('success'), say('bye'))), LIMITS);
    expect(violations[0]).toMatchObject({ property: 'no-bypass' });
    expect(violations[0]?.happens).toEqual(['"ask_server" is answered: 200 {"vip":"gold"}']);
  });
});
