import { parseCallScript } from '../../scripts/calls/parse-call-script';
import { playCall } from '../../scripts/calls/play-call';
import type { FlowDefinition } from '../../studio/model/flow-definition';
import type { CallResult } from '../../scripts/calls/call-result';
import { prove } from '../../studio/proof/prove';
import type { Violation } from '../../studio/proof/violation';
import { parseFlow } from '../../studio/parsing/parse-flow';
import { inferWiring } from '../../studio/wiring/infer-wiring';
import { wireFlow } from '../../studio/wiring/wire-flow';
import type { Wiring } from '../../studio/wiring/wiring';
import { DOUBTFUL_PARENTS } from '../studio/proof/doubtful/registry';
import { LIMITS, questionOf } from '../studio/proof/question';
import { UNSAFE_PARENTS } from '../studio/proof/unsafe-parents';
import { prepare, setUpStage, type Stage } from './stage';

let stage: Stage;
/** The deployed parent, and what its placeholders stand for. */
let deployed: { readonly sid: string; readonly wiring: Wiring };
beforeAll(async () => {
  stage = await setUpStage();
  const parent = await flowNamed('parent-ivr');
  const subflow = await flowNamed('verify-subflow');
  const wiring = inferWiring(subflow.definition, 'verify-subflow');
  const flows = { 'verify-subflow': subflow.sid };
  const flowRevisions = { 'verify-subflow': String(subflow.revision) };
  deployed = { sid: parent.sid, wiring: { ...wiring, flows, flowRevisions } };
});
afterAll(() => stage.stop());

async function flowNamed(
  name: string,
): Promise<{ sid: string; revision: number; definition: FlowDefinition }> {
  const { flows } = stage.twilio.client().studio.v2;
  const found = (await flows.list()).find(({ friendlyName }) => friendlyName.startsWith(name));
  if (found === undefined) throw new Error(`No flow "${name}" is deployed`);
  const parsed = parseFlow((await flows(found.sid).fetch()).definition);
  if (!parsed.ok) throw new Error(`The deployed flow "${name}" is broken`);
  return { sid: found.sid, revision: found.revision, definition: parsed.flow };
}

/** A SID of a flow that nobody ever published. */
const NO_FLOW = `FW${'0'.repeat(32)}`;

/** Publishes a parent in place of the deployed one, around the deployed subflow; or around none. */
async function publishParent(definition: FlowDefinition, hasSubflow: boolean): Promise<void> {
  const wired = wireFlow(definition, deployed.wiring);
  if (!wired.ok) throw new Error(wired.problems.map(({ message }) => message).join('\n'));
  const states = wired.definition.states.map((state) =>
    state.type === 'run-subflow' && !hasSubflow
      ? { ...state, properties: { ...state.properties, flow_sid: NO_FLOW } }
      : state,
  );
  const flow = stage.twilio.client().studio.v2.flows(deployed.sid);
  await flow.update({ status: 'published', definition: { ...wired.definition, states } });
}

/** Proves nothing, and plays the call that the proof shows. */
async function playViolation(
  definition: FlowDefinition,
  property: string,
  protectedWidgets: readonly string[] = ['success'],
): Promise<{ readonly violation: Violation; readonly result: CallResult }> {
  const { violations } = prove({ ...questionOf(definition), protectedWidgets }, LIMITS);
  const violation = violations.find((candidate) => candidate.property === property);
  if (violation?.script.ok !== true) throw new Error('The proof shows no call that can be made');
  const { script } = violation.script;
  const parsed = parseCallScript(JSON.parse(JSON.stringify(script)));
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  await prepare(stage, {
    title: '',
    world: {},
    call: { from: script.from, steps: [] },
    expect: NOTHING,
  });
  await publishParent(definition, !violation.isSubflowMissing);
  return { violation, result: await playCall(stage.twilio, parsed.script) };
}

describe('the call that a proof shows', () => {
  test.each(Object.entries(UNSAFE_PARENTS))('really breaks a parent with %s', async (_title, unsafe) => {
    const { violation, result } = await playViolation(unsafe.definition, unsafe.property);
    expectBroken(unsafe.property, violation, result, ['success']);
    // The last verdict of the subflow, empty when it never gave one.
    expect(result.status).not.toBe('approved');
  });

  const playable = Object.entries(DOUBTFUL_PARENTS).filter(([, { hasNoScript }]) => hasNoScript !== true);
  test.each(playable.filter(([, { because }]) => because === 'no-bypass' || because === 'own-number'))(
    'really breaks a parent that goes by %s',
    async (_title, { definition, because, protectedWidgets }) => {
      const { violation, result } = await playViolation(definition, String(because), protectedWidgets);
      expectBroken(String(because), violation, result, protectedWidgets ?? ['success']);
    },
  );

  test('really goes round until Studio ends it', async () => {
    const { definition } = DOUBTFUL_PARENTS['a count of its rounds that nothing limits'] ?? {};
    if (definition === undefined) throw new Error('No parent counts its rounds for nothing');
    const { result } = await playViolation(definition, 'termination');
    expect(result).toMatchObject({ outcome: 'failed', problem: 'The execution reached 1000 steps' });
  });
});

function expectBroken(
  property: string,
  { caller }: Violation,
  { messages, steps }: CallResult,
  protectedWidgets: readonly string[],
): void {
  if (property === 'own-number') {
    expect(messages.map(({ to }) => to).filter((to) => to !== caller)).not.toEqual([]);
    return;
  }
  expect(steps.map(({ widget }) => widget).filter((widget) => protectedWidgets.includes(widget))).not.toEqual(
    [],
  );
}

const NOTHING = {
  outcome: 'completed',
  status: '',
  verified: '',
  hears: [],
  neverHears: [],
  messages: 0,
} as const;
