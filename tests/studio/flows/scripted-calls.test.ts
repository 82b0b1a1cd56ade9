import { readScriptedCall, scriptedCallNames } from '../../end-to-end/scripted-call';
import { CASES } from './cases';
import { play } from './play';
import type { CallStep, ExpectedCall, ScriptedCall } from '../../end-to-end/scripted-call';

/** The calls that the project promises to show. */
const PROMISED = [
  'right-code',
  'wrong-then-right',
  'three-wrong',
  'silence',
  'new-code',
  'new-code-limit',
  'expired-code',
  'withheld-number',
  'landline',
  'verify-down',
  'verify-slow',
  'rate-limited',
  'fraud-guard',
  'start-function-throws',
  'check-function-throws',
  'second-call-verifies-first',
  'code-of-an-expired-verification',
  'code-of-another-number',
  'hang-up-at-the-welcome',
  'hang-up-at-the-first-prompt',
];

const names = scriptedCallNames();
const calls = names.map((name) => [name, readScriptedCall(name)] as const);

/** Everything that the shipped flows can be heard to say, as far as the table of cases leads. */
const sentences = [
  ...CASES.map((each) => each.world),
  {
    parameters: { to: '+34600000000', language: 'es', channel: 'sms' },
    start: ['sent'],
    check: ['pending', 'approved'],
    acts: ['1', '2'],
  },
  { parameters: { to: '+14155550100', channel: 'whatsapp' }, start: ['sent'], acts: ['hangs up'] },
].flatMap((world) => play(world).heard);

describe('the scripted calls', () => {
  test('show all that was promised', () => {
    expect(PROMISED.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('have file names in kebab-case and titles of their own', () => {
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
    expect(new Set(calls.map(([, call]) => call.title)).size).toBe(calls.length);
  });

  test.each(calls)('%s: is verified if and only if approved', (_, call) => {
    for (const expected of expectationsOf(call)) {
      const verified = expected.status === '' ? '' : String(expected.status === 'approved');
      expect(expected.verified).toBe(verified);
    }
  });

  test.each(calls)('%s: hears success only when approved', (_, call) => {
    for (const expected of expectationsOf(call)) {
      const success = 'your own service begins';
      expect(expected.neverHears.includes(success)).toBe(expected.status !== 'approved');
      expect(expected.hears.includes(success)).toBe(expected.status === 'approved');
    }
  });

  test.each(calls)('%s: listens for what the flows say', (_, call) => {
    const patterns = [...listenedFor(call), ...expectationsOf(call).flatMap((expected) => expected.hears)];
    const unheard = patterns.filter((each) => !sentences.some((text) => new RegExp(each, 'i').test(text)));
    expect(unheard).toEqual([]);
  });

  test.each(calls)('%s: asks only for codes that there are', (_, call) => {
    const keys = stepsOf(call)
      .map((step) => ('presses' in step ? step.presses : ''))
      .join('');
    expect(keys.includes('{oldCode}') && call.world.earlierVerification === undefined).toBe(false);
    expect(keys.includes('{otherCode}') && call.world.otherNumber === undefined).toBe(false);
  });

  test.each(calls)('%s: hangs up last, and is over then', (_, call) => {
    const { steps } = call.call;
    const at = steps.findIndex((step) => 'hangsUp' in step);
    expect(at === -1 ? 'completed' : 'hung-up').toBe(call.expect.outcome);
    expect(at === -1 || at === steps.length - 1).toBe(true);
  });
});

function expectationsOf(call: ScriptedCall): readonly ExpectedCall[] {
  return call.world.secondCall ? [call.expect, call.world.secondCall.expect] : [call.expect];
}

function stepsOf(call: ScriptedCall): readonly CallStep[] {
  return [...call.call.steps, ...(call.world.secondCall?.steps ?? [])];
}

function listenedFor(call: ScriptedCall): readonly string[] {
  return stepsOf(call).flatMap((step) => {
    if ('hears' in step) return [step.hears];
    return 'beginsToHear' in step ? [step.beginsToHear] : [];
  });
}
