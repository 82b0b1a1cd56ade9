import { type CallScript } from '../../scripts/calls/call-script';
import type { CallResult } from '../../scripts/calls/call-result';
import { parseCallScript } from '../../scripts/calls/parse-call-script';
import { playCall, type PlayOptions } from '../../scripts/calls/play-call';
import { type ExpectedCall, readScriptedCall, type ScriptedCall, scriptedCallNames } from './scripted-call';
import { needsOwnStage, prepare, setUpStage, type Stage } from './stage';

/** What the parent says to a verified caller, and to nobody else. */
const SUCCESS = /your own service begins/i;

let shared: Stage;
beforeAll(async () => {
  shared = await setUpStage();
});
afterAll(() => shared.stop());

describe('a scripted call', () => {
  test.each(scriptedCallNames())('%s', async (name) => {
    const scripted = readScriptedCall(name);
    const isOwn = needsOwnStage(scripted.world);
    const stage = isOwn ? await setUpStage(scripted.world) : shared;
    try {
      await play(stage, scripted);
      expectNothingLeaked(stage, scripted);
    } finally {
      if (isOwn) await stage.stop();
    }
  });
});

async function play(stage: Stage, scripted: ScriptedCall): Promise<void> {
  const codes = await prepare(stage, scripted);
  const { secondCall } = scripted.world;
  const second = { result: undefined as CallResult | undefined };
  const options: PlayOptions =
    secondCall === undefined
      ? { codes }
      : {
          codes,
          afterStep: async (index) => {
            if (index !== secondCall.afterStep) return;
            const script = scriptOf({ from: scripted.call.from, steps: secondCall.steps });
            second.result = await playCall(stage.twilio, script);
          },
        };
  const result = await playCall(stage.twilio, scriptOf(scripted.call), options);
  expectResult(result, scripted.expect);
  if (secondCall !== undefined) expectResult(second.result, secondCall.expect);
}

function scriptOf(json: ScriptedCall['call']): CallScript {
  const parsed = parseCallScript(json);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.script;
}

function expectResult(result: CallResult | undefined, expected: ExpectedCall): void {
  const { outcome, status, verified, attempts } = expected;
  expect(result).toMatchObject({ outcome, status, verified, ...(attempts !== undefined && { attempts }) });
  const heard = result?.heard ?? [];
  for (const wanted of expected.hears)
    expect(heard).toContainEqual(expect.stringMatching(new RegExp(wanted, 'i')));
  for (const unwanted of expected.neverHears)
    expect(heard).not.toContainEqual(expect.stringMatching(new RegExp(unwanted, 'i')));
  if (status !== 'approved') expect(heard).not.toContainEqual(expect.stringMatching(SUCCESS));
  expect(result?.messages).toHaveLength(expected.messages);
}

/** Neither codes nor whole numbers in what functions log or the local Twilio tells of requests, and no bug in it. */
function expectNothingLeaked({ logs, requests, failures, twilio }: Stage, { call }: ScriptedCall): void {
  const secrets = [...twilio.store.verifications.values()].map(({ code }) => code);
  if (/^\+\d{9,}$/.test(call.from)) secrets.push(call.from, call.from.slice(1));
  const written = [...logs, ...requests].join('\n');
  expect(requests).not.toEqual([]);
  expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
  expect(failures).toEqual([]);
}
