import { parseCallScript } from '../../scripts/calls/parse-call-script';
import { playCall } from '../../scripts/calls/play-call';
import type { FlowDefinition } from '../../studio/model/flow-definition';
import { isJsonObject } from '../../studio/model/json';
import { prove } from '../../studio/proof/prove';
import { LIMITS, questionOf } from '../studio/proof/question';
import { UNSAFE_PARENTS } from '../studio/proof/unsafe-parents';
import { prepare, setUpStage, type Stage } from './stage';

let stage: Stage;
/** The deployed parent, and how its Run Subflow widget is wired. */
let deployed: { readonly sid: string; readonly wiring: object };
beforeAll(async () => {
  stage = await setUpStage();
  const flows = stage.twilio.client().studio.v2.flows;
  const parent = (await flows.list()).find(({ friendlyName }) => friendlyName.startsWith('parent-ivr'));
  if (parent === undefined) throw new Error('The parent flow is not deployed');
  const definition: unknown = (await flows(parent.sid).fetch()).definition;
  deployed = { sid: parent.sid, wiring: runsOf(definition)[0] ?? {} };
});
afterAll(() => stage.stop());

/** A SID of a flow that nobody ever published. */
const NO_FLOW = `FW${'0'.repeat(32)}`;

/** Publishes a parent in place of the deployed one, around the deployed subflow; or around none. */
async function publishParent(definition: FlowDefinition, hasSubflow: boolean): Promise<void> {
  const wiring = { ...deployed.wiring, ...(hasSubflow ? {} : { flow_sid: NO_FLOW }) };
  const states = definition.states.map((state) =>
    state.type === 'run-subflow' ? { ...state, properties: { ...state.properties, ...wiring } } : state,
  );
  const flow = stage.twilio.client().studio.v2.flows(deployed.sid);
  await flow.update({ status: 'published', definition: { ...definition, states } });
}

/** SID and revision of the subflow, as they are deployed. */
function runsOf(definition: unknown): { flow_sid: unknown; flow_revision: unknown }[] {
  const states: unknown = isJsonObject(definition) ? definition['states'] : [];
  if (!Array.isArray(states)) return [];
  return states.filter(isJsonObject).flatMap(({ type, properties }) => {
    if (type !== 'run-subflow' || !isJsonObject(properties)) return [];
    return [{ flow_sid: properties['flow_sid'], flow_revision: properties['flow_revision'] }];
  });
}

describe('the call that a proof shows', () => {
  test.each(Object.entries(UNSAFE_PARENTS))('really breaks a parent with %s', async (_title, unsafe) => {
    const { violations } = prove(questionOf(unsafe.definition), LIMITS);
    const violation = violations.find(({ property }) => property === unsafe.property);
    if (violation === undefined) throw new Error('The proof found nothing');
    if (!violation.script.ok) throw new Error(violation.script.reason);
    const written = violation.script.script;
    const parsed = parseCallScript(JSON.parse(JSON.stringify(written)));
    if (!parsed.ok) throw new Error(parsed.problems.join('\n'));

    const scripted = { title: '', world: {}, call: { from: written.from, steps: [] }, expect: NOTHING };
    await prepare(stage, scripted);
    await publishParent(unsafe.definition, !violation.isSubflowMissing);
    const result = await playCall(stage.twilio, parsed.script);

    const texted = result.messages.map(({ to }) => to);
    if (unsafe.property === 'own-number') {
      expect(texted.filter((to) => to !== written.from)).not.toEqual([]);
      return;
    }
    expect(result.steps.map(({ widget }) => widget)).toContain('success');
    // The last verdict of the subflow, empty when it never gave one.
    expect(result.status).not.toBe('approved');
  });
});

const NOTHING = {
  outcome: 'completed',
  status: '',
  verified: '',
  hears: [],
  neverHears: [],
  messages: 0,
} as const;
