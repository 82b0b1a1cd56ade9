import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';

import { definitionHash } from '../../../../scripts/deployment/versions/flow-versions';
import { pullFlow, type FlowToPull, type PulledFlow } from '../../../../scripts/deployment/pull/pull-flow';
import { flowFileText } from '../../../../scripts/deployment/pull/pull-json';
import type { FlowDefinition } from '../../../../studio/model/flow-definition';
import { parseFlow } from '../../../../studio/parsing/parse-flow';
import { wireFlow } from '../../../../studio/wiring/wire-flow';
import { COMPLETE_WIRING, shippedFlow } from '../../../studio/wiring/shipped-flows';
import { withProperties } from '../edit-flow';
import { asConsoleWrites, consoleEdits } from '../console-edits';

const NAMES = ['verify-subflow', 'parent-ivr'] as const;

function wired(definition: FlowDefinition): FlowDefinition {
  const result = wireFlow(definition, COMPLETE_WIRING);
  if (!result.ok) throw new Error('The wiring is not complete');
  return result.definition;
}

function toPull(name: string, local: FlowDefinition, inAccount: unknown): FlowToPull {
  return {
    name,
    file: {
      kind: 'flow',
      flow: {
        name,
        file: `studio/flows/${name}.json`,
        version: '1.0.0',
        definition: local,
        contentHash: definitionHash(local),
      },
    },
    newest: { revision: 4, status: 'published', commitMessage: null, definition: inAccount },
    wiring: COMPLETE_WIRING,
    published: new Set([definitionHash(local)]),
    force: false,
  };
}

/** What the file holds after a pull. */
function textOf(pulled: PulledFlow): string {
  if (pulled.kind !== 'pulled') throw new Error(`It was ${pulled.kind}`);
  return pulled.text;
}

describe('pullFlow', () => {
  const flow = shippedFlow('parent-ivr');
  const edited = withProperties(flow, 'welcome', { say: 'Hi.' });

  test('brings a console edit with placeholders in place of SIDs', () => {
    const pulled = pullFlow(toPull('parent-ivr', flow, wired(edited)));
    expect(JSON.parse(textOf(pulled))).toEqual(edited);
    expect(pulled).toMatchObject({
      revision: 4,
      differences: [expect.stringContaining('changed  welcome  say  Hello') as string],
      problems: [],
    });
  });

  test('changes no line of the file but the edited one', () => {
    const before = readFileSync('studio/flows/parent-ivr.json', 'utf8').split('\n');
    const after = textOf(pullFlow(toPull('parent-ivr', flow, asConsoleWrites(wired(edited))))).split('\n');
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, index) => line !== before[index])).toEqual(['        "say": "Hi.",']);
  });

  test('says so when the file has it already', () => {
    const pulled = pullFlow(toPull('parent-ivr', flow, asConsoleWrites(wired(flow))));
    expect(pulled).toMatchObject({ kind: 'same', name: 'parent-ivr', revision: 4 });
  });

  test('refuses to lose changes that were never deployed', () => {
    const local = withProperties(flow, 'success', { say: 'Welcome back.' });
    const ask = { ...toPull('parent-ivr', local, wired(edited)), published: new Set([definitionHash(flow)]) };
    expect(pullFlow(ask)).toEqual({
      kind: 'refused',
      name: 'parent-ivr',
      problem: expect.stringContaining('has changes that were never deployed and would be lost') as string,
    });
    expect(JSON.parse(textOf(pullFlow({ ...ask, force: true })))).toEqual(edited);
  });

  test('refuses to replace a file that it cannot read', () => {
    const file = { kind: 'problems', problems: ['studio/flows/parent-ivr.json: not JSON'] } as const;
    const ask = { ...toPull('parent-ivr', flow, wired(edited)), file };
    expect(pullFlow(ask).kind).toBe('refused');
    expect(JSON.parse(textOf(pullFlow({ ...ask, force: true })))).toEqual(edited);
  });

  test.each([null, { states: [] }])('refuses the definition %j', (definition) => {
    expect(pullFlow(toPull('parent-ivr', flow, definition))).toMatchObject({
      kind: 'refused',
      problem: expect.stringContaining('revision 4 cannot be read here') as string,
    });
  });

  test('reports the SID of something that is not ours', () => {
    const foreign = { flow_sid: `FW${'9'.repeat(32)}`, flow_revision: 'LatestPublished' };
    const pulled = pullFlow(toPull('parent-ivr', flow, wired(withProperties(flow, 'run_verify', foreign))));
    expect(pulled).toMatchObject({
      problems: [
        expect.stringMatching(
          /^studio\/flows\/parent-ivr\.json: #\/states\/2\/.*belongs to one account/,
        ) as string,
      ],
    });
  });

  test.each(NAMES)('and wiring again give back any edit of %s', (name) => {
    const local = shippedFlow(name);
    fc.assert(
      fc.property(consoleEdits(wired(local)), (inAccount) => {
        const pulled = pullFlow(toPull(name, local, inAccount));
        const text = pulled.kind === 'same' ? JSON.stringify(local) : textOf(pulled);
        const read = parseFlow(JSON.parse(text), { allowPlaceholders: true });
        expect(read.ok && definitionHash(wired(read.flow))).toBe(definitionHash(inAccount));
      }),
      { numRuns: 60 },
    );
  });
});

describe('flowFileText', () => {
  test.each(NAMES)('writes %s byte for byte', (name) => {
    const text = readFileSync(`studio/flows/${name}.json`, 'utf8');
    expect(flowFileText(shippedFlow(name), shippedFlow(name))).toBe(text);
    expect(flowFileText(shippedFlow(name), null)).toBe(text);
    const shuffled = asConsoleWrites(shippedFlow(name));
    expect(flowFileText(shuffled, shippedFlow(name))).toBe(text);
  });

  test('writes as Prettier does', () => {
    const [flow] = fc.sample(consoleEdits(shippedFlow('verify-subflow')), { numRuns: 1, seed: 7 });
    if (flow === undefined) throw new Error('No sample');
    const words = Array.from({ length: 12 }, (_, index) => `word ${index}`);
    const odd = withProperties(flow, 'Trigger', {
      none: [],
      empty: {},
      few: ['a', 'b'],
      words,
      deep: [[1], [{ a: 1 }]],
    });
    const text = flowFileText(odd, null);
    const options = ['--stdin-filepath', 'studio/flows/pulled.json'];
    const formatted = execFileSync('node_modules/.bin/prettier', options, { input: text, encoding: 'utf8' });
    expect(text).toBe(formatted);
  });
});
