import { playCall } from '../../scripts/calls/play-call';
import { BREAKAGES, createWorkbench } from '../../scripts/phone-page/server/breakages';
import { RIGHT_CODE_STEPS } from '../../scripts/terminal-phone/right-code';
import type { Stage } from './stage';
import { setUpStage } from './stage';

const CALLER = '+14155550100';
const A_DAY = 24 * 3600 * 1000;

describe('a breakage of the phone page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setUpStage();
  });
  afterAll(() => stage.stop());

  async function call() {
    const script = { from: CALLER, steps: RIGHT_CODE_STEPS, mayEndEarly: true };
    const result = await playCall(stage.twilio, script);
    await stage.twilio.wait(A_DAY);
    return result;
  }

  test.each(BREAKAGES.map(({ id, hears }) => [id, hears]))('%s is heard as "%s"', async (id, hears) => {
    const workbench = createWorkbench(stage.twilio);
    workbench.set(id, true);
    // With no text there is no code to key in: the caller stays silent.
    const steps = id === 'carrier-down' ? [] : RIGHT_CODE_STEPS;
    const { heard } = await playCall(stage.twilio, { from: CALLER, steps, mayEndEarly: true });
    await stage.twilio.wait(A_DAY);
    expect(heard.join('\n')).toContain(hears);
    workbench.set(id, false);
    expect(await call()).toMatchObject({ outcome: 'completed', status: 'approved' });
  });

  test('shows its switch, and mends the other of two that exclude each other', () => {
    const workbench = createWorkbench(stage.twilio);
    const on = (): string[] => workbench.view().flatMap(({ id, isOn }) => (isOn ? [id] : []));
    workbench.set('functions-crash', true);
    workbench.set('verify-down', true);
    workbench.set('functions-time-out', true);
    expect(on()).toEqual(['verify-down', 'functions-time-out']);
    workbench.set('verify-down', false);
    workbench.set('functions-time-out', false);
    expect(on()).toEqual([]);
  });

  test('that does not exist is refused', () => {
    expect(createWorkbench(stage.twilio).set('gravity', true)).toBe(false);
  });
});
