import type { CallResult } from '../../../scripts/calls/call-result';
import { parseCallScript } from '../../../scripts/calls/parse-call-script';
import { type CallWorld, playCall, type PlayOptions } from '../../../scripts/calls/play-call';
import { flowUrl } from '../../../scripts/emulator/executions/flow-url';
import { type LocalTwilio, startLocalTwilio } from '../../../scripts/emulator/local-twilio';
import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { CALLER, flow, FLOW_SID, IVR, state } from '../../support/flows';

const MENU = flow(
  state('text', 'send-message', { from: IVR, to: CALLER, body: 'Your code is 123456' }, { sent: 'welcome' }),
  state('welcome', 'say-play', { say: 'Welcome to the test' }, { audioComplete: 'ask' }),
  state(
    'ask',
    'gather-input-on-call',
    { say: 'Key in the code', timeout: 5 },
    {
      keypress: 'echo',
      timeout: 'nothing',
    },
  ),
  state('echo', 'say-play', { say: 'You keyed in {{widgets.ask.Digits}}' }, { audioComplete: 'ask_again' }),
  state('ask_again', 'gather-input-on-call', { say: 'And now', timeout: 5 }, { keypress: '', timeout: '' }),
  state('nothing', 'say-play', { say: 'Nothing came' }, { audioComplete: '' }),
);

let twilio: LocalTwilio;
beforeEach(async () => {
  twilio = await startLocalTwilio({ clock: 'virtual' });
});
afterEach(() => twilio.stop());

function publish(definition: FlowDefinition): void {
  const revision = { revision: 1, friendlyName: 'Menu', commitMessage: null, definition, date: 0 };
  twilio.store.flows.set(FLOW_SID, {
    sid: FLOW_SID,
    dateCreated: 0,
    revisions: [{ ...revision, status: 'published' }],
  });
  twilio.addPhoneNumber(IVR, { voiceUrl: flowUrl(twilio.account.sid, FLOW_SID) });
}

function play(
  steps: readonly unknown[],
  options: PlayOptions & { world?: CallWorld } = {},
): Promise<CallResult> {
  const parsed = parseCallScript({ from: CALLER, steps });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return playCall(options.world ?? twilio, parsed.script, options);
}

describe('playCall', () => {
  test('tells how a call went', async () => {
    publish(MENU);
    expect(await play([{ hears: 'key in' }, { presses: '{code}#' }])).toEqual({
      outcome: 'completed',
      status: '',
      verified: '',
      attempts: '',
      heard: ['Welcome to the test', 'Key in the code', 'You keyed in 123456', 'And now'],
      messages: [{ to: CALLER, body: 'Your code is 123456' }],
      steps: [
        { flow: 'Menu', widget: 'Trigger', event: 'incomingCall' },
        { flow: 'Menu', widget: 'text', event: 'sent' },
        { flow: 'Menu', widget: 'welcome', event: 'audioComplete' },
        { flow: 'Menu', widget: 'ask', event: 'keypress' },
        { flow: 'Menu', widget: 'echo', event: 'audioComplete' },
        { flow: 'Menu', widget: 'ask_again', event: 'timeout' },
      ],
      // 19 + 15 + 19 + 7 characters at 15 a second, and 5 seconds of silence.
      seconds: 9,
    });
  });

  test('presses into a prompt as soon as keys are taken', async () => {
    publish(MENU);
    const { steps, seconds } = await play([{ presses: '1#' }, { presses: '2#' }]);
    expect(steps.filter(({ event }) => event === 'keypress')).toHaveLength(2);
    // 19 + 14 characters only: both prompts were cut short.
    expect(seconds).toBe(2.2);
  });

  test('lets a question go unanswered', async () => {
    publish(MENU);
    expect((await play([{ silent: true }, { hears: 'nothing came' }])).outcome).toBe('completed');
  });

  test('stays silent after the last step', async () => {
    publish(MENU);
    expect((await play([])).heard.at(-1)).toBe('Nothing came');
  });

  test.each([
    ['while it rings', [{ hangsUp: true }], []],
    [
      'when something begins',
      [{ beginsToHear: 'key in' }, { hangsUp: true }],
      ['Trigger', 'text', 'welcome'],
    ],
    ['in the middle of keys', [{ presses: '12' }, { hangsUp: true }], ['Trigger', 'text', 'welcome']],
  ])('hangs up %s', async (_when, steps, widgets) => {
    publish(MENU);
    const result = await play(steps);
    expect(result.outcome).toBe('hung-up');
    expect(result.steps.map(({ widget }) => widget)).toEqual(widgets);
  });

  test.each([
    [[{ hears: 'farewell' }], 'The call ended before step 1, which waits to hear /farewell/i'],
    [[{ silent: true }, { presses: '1#' }], 'The call ended before step 2, which presses 1#'],
    [
      [{ presses: '{oldCode}#' }],
      'Step 1 presses {oldCode}, but there is no such code: the caller had no earlier verification',
    ],
  ])('fails when a step of %j cannot be done', async (steps, problem) => {
    publish(MENU);
    const result = await play(steps);
    expect(result).toMatchObject({ outcome: 'failed', problem: expect.stringContaining(problem) });
  });

  test('takes an early end where the script allows it', async () => {
    publish(MENU);
    const steps = [{ kind: 'hears', pattern: /farewell/i }] as const;
    const result = await playCall(twilio, { from: CALLER, steps, mayEndEarly: true });
    expect(result).toMatchObject({ outcome: 'completed' });
    expect(result).not.toHaveProperty('problem');
  });

  test('hangs up when it is told to stop', async () => {
    publish(MENU);
    const stop = new AbortController();
    const result = await play([], {
      signal: stop.signal,
      onEvent: (event) => {
        if (event.kind === 'listening') stop.abort();
      },
    });
    expect(result).toMatchObject({ outcome: 'hung-up', heard: ['Welcome to the test', 'Key in the code'] });
    expect(await play([], { signal: stop.signal })).toMatchObject({ outcome: 'hung-up', heard: [] });
  });

  test('fails when the number cannot be called', async () => {
    expect(await play([])).toMatchObject({
      outcome: 'failed',
      problem: expect.stringContaining('holds no number'),
    });
    twilio.addPhoneNumber(IVR);
    expect(await play([])).toMatchObject({
      outcome: 'failed',
      problem: expect.stringContaining('deploy first'),
    });
  });

  test('fails with the flow', async () => {
    publish(flow(state('odd', 'no-such-widget', {})));
    expect(await play([])).toMatchObject({ outcome: 'failed', problem: expect.stringContaining('odd') });
  });

  test('gives the same result for the same script', async () => {
    publish(MENU);
    const steps = [{ presses: '{code}#' }, { silent: true }];
    expect(await play(steps)).toEqual(await play(steps));
  });

  test('holds the caller back after a step', async () => {
    publish(MENU);
    const seen: string[] = [];
    const result = await play([{ hears: 'key in' }, { presses: '7#' }], {
      afterStep: async (index) => {
        if (index === 0) seen.push(...(await play([{ hangsUp: true }])).outcome.split(' '));
      },
    });
    expect([...seen, result.outcome]).toEqual(['hung-up', 'completed']);
    expect(result.heard).toContain('You keyed in 7');
  });
});
