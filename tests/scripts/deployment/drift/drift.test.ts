import { driftOf } from '../../../../scripts/deployment/drift/drift';
import { driftLines } from '../../../../scripts/deployment/drift/drift-lines';
import { commitMessage, definitionHash } from '../../../../scripts/deployment/versions/flow-versions';
import type { FlowDefinition } from '../../../../studio/model/flow-definition';
import { wireFlow } from '../../../../studio/wiring/wire-flow';
import type { Wiring } from '../../../../studio/wiring/wiring';
import { COMPLETE_WIRING, shippedFlow } from '../../../studio/wiring/shipped-flows';
import { withProperties } from '../edit-flow';

const NAMES = ['verify-subflow', 'parent-ivr'] as const;

function wired(definition: FlowDefinition, wiring: Wiring = COMPLETE_WIRING): FlowDefinition {
  const result = wireFlow(definition, wiring);
  if (!result.ok) throw new Error('The wiring is not complete');
  return result.definition;
}

/** A revision as a deployment of this project leaves it. */
function revisionOf(name: (typeof NAMES)[number], definition = shippedFlow(name)) {
  return {
    revision: 3,
    status: 'published',
    commitMessage: commitMessage({
      name,
      version: '1.0.0',
      contentHash: definitionHash(definition),
      buildSid: `ZB${'0'.repeat(32)}`,
    }),
    definition: wired(definition),
  };
}

const parent = revisionOf('parent-ivr');
const greeting = withProperties(shippedFlow('parent-ivr'), 'welcome', { say: 'Hi.' });

describe('driftOf', () => {
  test.each(NAMES)('finds none in %s as it was deployed', (name) => {
    expect(driftOf(revisionOf(name), COMPLETE_WIRING)).toBeNull();
  });

  test('does not mind which revision the parent pins', () => {
    const definition = withProperties(parent.definition, 'run_verify', { flow_revision: '99' });
    expect(driftOf({ ...parent, definition }, COMPLETE_WIRING)).toBeNull();
  });

  test.each(NAMES)('does not mind that everything %s names was made anew', (name) => {
    expect(driftOf(revisionOf(name), { functions: {}, flows: {} })).toBeNull();
  });

  test('finds a draft', () => {
    expect(driftOf({ ...parent, status: 'draft' }, COMPLETE_WIRING)).toMatchObject({
      kind: 'draft',
      reason: 'revision 3 is a draft that somebody saved',
    });
  });

  test.each([null, '', 'Fixed the greeting'])('finds a revision that says %p', (message) => {
    const drift = driftOf(
      { ...parent, commitMessage: message, definition: wired(greeting) },
      COMPLETE_WIRING,
    );
    expect(drift).toEqual({
      kind: 'foreign',
      reason: 'revision 3 was not published by this project',
      definition: greeting,
    });
  });

  test('does not mind a revision that the repository has', () => {
    const edited = { ...parent, commitMessage: null, definition: wired(greeting) };
    expect(driftOf(edited, COMPLETE_WIRING, { pulled: { 3: definitionHash(greeting) } })).toBeNull();
    expect(driftOf(edited, COMPLETE_WIRING, { pulled: { 2: definitionHash(greeting) } })?.kind).toBe(
      'foreign',
    );
    expect(driftOf(edited, COMPLETE_WIRING, { pulled: { 3: 'another' } })?.kind).toBe('foreign');
  });

  test('does not mind a foreign revision with the content of a release', () => {
    const again = { ...parent, commitMessage: null };
    expect(driftOf(again, COMPLETE_WIRING)?.kind).toBe('foreign');
    const released = [definitionHash(shippedFlow('parent-ivr'))];
    expect(driftOf(again, COMPLETE_WIRING, { released })).toBeNull();
    expect(driftOf({ ...again, status: 'draft' }, { functions: {}, flows: {} }, { released })).toBeNull();
  });

  test('finds a content that its message does not mean', () => {
    expect(driftOf({ ...parent, definition: wired(greeting) }, COMPLETE_WIRING)).toMatchObject({
      kind: 'changed',
      reason: 'revision 3 says that it is parent-ivr@1.0.0 but its content is another',
    });
  });

  test.each([null, 'text', {}, { states: [] }])('takes the definition %j for a change', (definition) => {
    expect(driftOf({ ...parent, definition }, COMPLETE_WIRING)).toMatchObject({
      kind: 'changed',
      definition: null,
    });
  });
});

describe('driftLines', () => {
  const wanted = shippedFlow('parent-ivr');

  test('shows what was changed, widget by widget', () => {
    expect(driftLines({ kind: 'foreign', reason: '', definition: greeting }, wanted)).toEqual([
      'changed  welcome  say  Hello, and thank you for calling. First, we mak… → Hi.',
    ]);
  });

  test('says so when there is nothing to see', () => {
    expect(driftLines({ kind: 'foreign', reason: '', definition: wanted }, wanted)).toEqual([
      'Its content is what this repository has.',
    ]);
    expect(driftLines({ kind: 'changed', reason: '', definition: null }, wanted)).toHaveLength(1);
  });
});
