import fc from 'fast-check';

import {
  commitMessage,
  definitionHash,
  readCommitMessage,
} from '../../../../scripts/deployment/versions/flow-versions';
import type { FlowDefinition } from '../../../../studio/model/flow-definition';
import { shippedFlow } from '../../../studio/wiring/shipped-flows';
import { on, withArrow, withProperties } from '../edit-flow';

const hex = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));

const published = fc.record({
  name: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
  version: fc.stringMatching(/^(0|[1-9]\d?)\.(0|[1-9]\d?)\.\d(-rc\.\d)?$/),
  contentHash: hex(12),
  buildSid: hex(32).map((digits) => `ZB${digits}`),
});

describe('readCommitMessage', () => {
  test('gives back what commitMessage wrote', () => {
    fc.assert(
      fc.property(published, (version) => {
        expect(readCommitMessage(commitMessage(version))).toEqual(version);
      }),
    );
  });

  test('passes over what a later version adds', () => {
    const [example] = fc.sample(published, { numRuns: 1, seed: 1 });
    if (example === undefined) throw new Error('No sample');
    expect(readCommitMessage(`${commitMessage(example)} unproven: a test`)).toEqual(example);
  });

  test.each([
    null,
    undefined,
    '',
    'Fixed the greeting',
    'verify-subflow@1.0.0',
    `verify-subflow@1.0.0 0123456789ab`,
    `verify-subflow@1.0 0123456789ab ZB${'0'.repeat(32)}`,
    `Verify subflow@1.0.0 0123456789ab ZB${'0'.repeat(32)}`,
    ` verify-subflow@1.0.0 0123456789ab ZB${'0'.repeat(32)}`,
  ])('takes %p for somebody else’s', (text) => {
    expect(readCommitMessage(text)).toBeNull();
  });
});

describe('definitionHash', () => {
  const flow = shippedFlow('parent-ivr');

  test('is twelve hexadecimal digits', () => {
    expect(definitionHash(flow)).toMatch(/^[0-9a-f]{12}$/);
  });

  test('does not see the order of keys', () => {
    expect(definitionHash(withKeysReversed(flow))).toBe(definitionHash(flow));
  });

  test('does not see the order of widgets', () => {
    expect(definitionHash({ ...flow, states: [...flow.states].reverse() })).toBe(definitionHash(flow));
  });

  test('sees the order of a split’s conditions', () => {
    const states = flow.states.map((state) => ({ ...state, transitions: [...state.transitions].reverse() }));
    expect(definitionHash({ ...flow, states })).not.toBe(definitionHash(flow));
    const others = states.map((state) => (state.type === 'split-based-on' ? flow.states[3] : state));
    expect(others.filter((state) => state === flow.states[3])).toHaveLength(1);
    expect(definitionHash({ ...flow, states: others.flatMap((state) => state ?? []) })).toBe(
      definitionHash(flow),
    );
  });

  test.each<readonly [string, FlowDefinition]>([
    ['a text', withProperties(flow, 'welcome', { say: 'Hi.' })],
    ['an offset', withProperties(flow, 'welcome', { offset: { x: 1, y: 300 } })],
    ['an arrow', withArrow(flow, 'run_verify', on('failed'), 'success')],
    ['the description', { ...flow, description: `${flow.description}!` }],
    ['a flag', { ...flow, flags: { allow_concurrent_calls: false } }],
  ])('sees %s', (_, changed) => {
    expect(definitionHash(changed)).not.toBe(definitionHash(flow));
  });
});

/** The same JSON with the keys of every object in reverse. */
function withKeysReversed(flow: FlowDefinition): FlowDefinition {
  const reversed = JSON.stringify(flow, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );
  return JSON.parse(reversed) as FlowDefinition;
}
