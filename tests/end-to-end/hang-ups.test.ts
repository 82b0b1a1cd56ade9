import { parseCallScript } from '../../scripts/calls/parse-call-script';
import { playCall } from '../../scripts/calls/play-call';
import type { CallResult } from '../../scripts/calls/call-result';
import { readScriptedCall, type ScriptedCall, scriptedCallNames } from './scripted-call';
import { needsOwnStage, prepare, setUpStage, type Stage } from './stage';

/** What the parent says to a verified caller, and to nobody else. */
const SUCCESS = /your own service begins/i;

let stage: Stage;
beforeAll(async () => {
  stage = await setUpStage();
});
afterAll(() => stage.stop());

/** Calls that the shared stage can play, and in which only one phone takes part. */
const calls = scriptedCallNames()
  .map(readScriptedCall)
  .filter(({ world }) => !needsOwnStage(world) && world.secondCall === undefined);

async function play(scripted: ScriptedCall, more: readonly object[] = []): Promise<CallResult> {
  const codes = await prepare(stage, scripted);
  const parsed = parseCallScript({ ...scripted.call, steps: [...scripted.call.steps, ...more] });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return playCall(stage.twilio, parsed.script, { codes });
}

function exactly(sentence: string): string {
  return `^${sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
}

describe('a hang-up', () => {
  test('in the middle of any sentence that ends a call opens nothing', async () => {
    const tried = new Set<string>();
    for (const scripted of calls) {
      const whole = await play(scripted);
      // The last two sentences are the subflow's verdict and the parent's goodbye.
      for (const sentence of whole.outcome === 'completed' ? whole.heard.slice(-2) : []) {
        if (tried.has(sentence)) continue;
        tried.add(sentence);
        const cut = await play(scripted, [{ beginsToHear: exactly(sentence) }, { hangsUp: true }]);
        expect({ sentence, outcome: cut.outcome }).toEqual({ sentence, outcome: 'hung-up' });
        expect(cut.heard.at(-1)).toBe(sentence);
        if (whole.status !== 'approved') expect(cut.heard).not.toContainEqual(expect.stringMatching(SUCCESS));
        if (!SUCCESS.test(sentence)) expect(cut.steps.map((step) => step.widget)).not.toContain('success');
      }
    }
    // Seven verdicts of the subflow at the least, and eight goodbyes of the parent.
    expect(tried.size).toBeGreaterThanOrEqual(15);
  });
});
