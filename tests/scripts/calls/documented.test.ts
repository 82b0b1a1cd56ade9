import { readFileSync } from 'node:fs';

import { parseCallScript } from '../../../scripts/calls/parse-call-script';

const document = readFileSync('docs/call-scripts.md', 'utf8');

/** What stands in code between quotes or fences, and is JSON of a script. */
const examples = [
  ...[...document.matchAll(/```json\n([^]*?)```/g)].map(([, text]) => text ?? ''),
  ...[...document.matchAll(/echo '([^']*)'/g)].map(([, text]) => text ?? ''),
];
const steps = [...document.matchAll(/^\| `(\{.*?\})` /gm)].map(([, text]) => text ?? '');

describe('docs/call-scripts.md', () => {
  test.each(examples)('has a script that can be played: %s', (text) => {
    expect(parseCallScript(JSON.parse(text))).toMatchObject({ ok: true });
  });

  test('has a step of every kind', () => {
    const parsed = parseCallScript({
      from: 'anonymous',
      steps: steps.map((text): unknown => JSON.parse(text)),
    });
    const kinds = parsed.ok ? parsed.script.steps.map(({ kind }) => kind) : parsed.problems;
    expect(kinds).toEqual(['hears', 'beginsToHear', 'presses', 'silent', 'hangsUp']);
    expect(examples).toHaveLength(2);
  });
});
