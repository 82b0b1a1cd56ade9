import fc from 'fast-check';
import { resumeExecution } from '../../../studio/interpreter/resume';
import type { Execution, Surroundings, Trigger } from '../../../studio/model/execution';
import type { FlowDefinition, State, Transition } from '../../../studio/model/flow-definition';
import type { Input } from '../../../studio/model/wait';
import { parseFlow } from '../../../studio/parsing/parse-flow';
import { conditions } from '../../../studio/widgets/conditions';
import { widgets } from '../../../studio/widgets/registry';
import type { PropertySpec, Widget } from '../../../studio/model/widget';
import { CALLER, flow, FLOW_SID, IVR, play, surroundingsOf } from '../../support/flows';
import { CHILD_SID } from '../../support/widgets';

const NAMES = ['a', 'b', 'c', 'd'];

/** Texts that a flow may hold: plain, rendered, and broken. */
const texts = fc.constantFrom(
  '',
  'text',
  'https://example.com/',
  '{{flow.variables.n | plus: 1}}',
  '{{widgets.a}}',
  '{{widgets.b.parsed.x[3]}}',
  '{{trigger | to_json}}',
  '{{ "x" | shout }}',
  '{% if flow.variables.n == 1 %}1',
  '{{trigger.parent.parameters.p}}',
);
const words = fc.constantFrom('', '{}', '{"x": [1]}', '[', '10', 'a+', '12:00', '2026-01-01');

function valueOf({ type, enumeration, minimum = 0, pattern }: PropertySpec): fc.Arbitrary<unknown> {
  if (pattern !== undefined)
    return fc.constant(pattern.expression.test(CHILD_SID) ? CHILD_SID : 'LatestPublished');
  if (enumeration !== undefined) return fc.constantFrom(...enumeration);
  switch (type) {
    case 'integer':
      return fc.constantFrom(minimum, minimum + 1);
    case 'boolean':
      return fc.boolean();
    case 'parameters':
      return fc.array(
        fc.record({
          key: fc.constantFrom('n', 'p', 'method'),
          value: fc.oneof(texts, words),
          type: fc.constantFrom('string', 'json_object', ''),
        }),
        { maxLength: 3 },
      );
    case 'strings':
      return fc.array(texts, { maxLength: 2 });
    case 'array':
      return fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 2 });
    case 'object':
      return fc.constant({ name: 'x' });
    case 'string':
      return fc.oneof(texts, words);
  }
}

const nexts = fc.option(fc.constantFrom(...NAMES), { nil: undefined });

function arrowsOf({ type, events, isUnpublished }: Widget): fc.Arbitrary<Transition[]> {
  const known = isUnpublished === true ? ['success', 'failed'] : events;
  const plain = known.filter((event) => event !== 'match');
  const condition = fc.record({
    friendly_name: fc.constant('x'),
    arguments: fc.array(texts, { maxLength: 1 }),
    type: fc.constantFrom(...Object.keys(conditions)),
    value: fc.oneof(texts, words),
  });
  const own = fc.tuple(
    ...plain.map((event) => nexts.map((next) => (next === undefined ? { event } : { event, next }))),
  );
  const branches = fc.array(
    fc.record({
      event: fc.constant('match'),
      next: fc.constantFrom(...NAMES),
      conditions: fc.array(condition, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  );
  return fc
    .tuple(own, type === 'split-based-on' ? branches : fc.constant([]))
    .map(([first, second]) => [...first, ...second]);
}

function stateNamed(name: string): fc.Arbitrary<State> {
  const types = [...widgets.values()].filter(({ type }) => type !== 'trigger');
  return fc.constantFrom(...types).chain((widget) =>
    fc
      .tuple(
        fc.record(
          Object.fromEntries(Object.entries(widget.properties).map(([key, spec]) => [key, valueOf(spec)])),
          {
            requiredKeys: Object.keys(widget.properties).filter((key) => widget.properties[key]?.required),
          },
        ),
        arrowsOf(widget),
      )
      .map(([properties, transitions]) => ({ name, type: widget.type, properties, transitions }) as State),
  );
}

/** Flows of any widgets, wired anyhow, that the parser takes. */
const flows: fc.Arbitrary<FlowDefinition> = fc
  .tuple(...NAMES.map(stateNamed))
  .map((states) => flow(...states))
  .filter((definition) => parseFlow(definition).ok);

const data = fc.dictionary(fc.constantFrom('Digits', 'x', 'conversation'), fc.jsonValue({ maxDepth: 2 }), {
  maxKeys: 2,
}) as fc.Arbitrary<Record<string, never>>;
const events = [...new Set([...widgets.values()].flatMap((widget) => widget.events)), 'failed', 'nonsense'];

const inputs: fc.Arbitrary<Input> = fc.oneof(
  fc.record({ kind: fc.constant('keys' as const), digits: fc.stringMatching(/^[0-9*#]{0,4}$/) }),
  fc.record({ kind: fc.constant('speech' as const), text: fc.string(), confidence: fc.double() }),
  fc.constantFrom<Input>(
    { kind: 'audio-complete' },
    { kind: 'timeout' },
    { kind: 'hang-up' },
    { kind: 'end' },
    { kind: 'message-result', failed: true, outbound: {} },
    { kind: 'message-result', failed: false, outbound: { Sid: 'SM1' } },
    { kind: 'request-result', result: { failure: 'timeout' } },
  ),
  fc.record({ kind: fc.constant('incoming-message' as const), inbound: data }),
  fc.record({ kind: fc.constant('outside-event' as const), event: fc.constantFrom(...events), data }),
  fc.record({
    kind: fc.constant('request-result' as const),
    result: fc.record({
      status: fc.constantFrom(200, 302, 404, 500),
      contentType: fc.constantFrom('application/json', 'text/plain', ''),
      body: fc.json(),
    }),
  }),
);

const triggers: fc.Arbitrary<Trigger> = fc.constantFrom<Trigger>(
  { kind: 'call', parameters: { From: CALLER, To: IVR } },
  { kind: 'message', parameters: { From: CALLER, To: IVR, AddOns: '{' } },
  { kind: 'conversation', parameters: { ConversationSid: 'CH1' } },
  { kind: 'request', parameters: { from: IVR, to: CALLER, parameters: { n: 1 } } },
);

const plays = fc.record({
  definition: flows,
  child: flows,
  trigger: triggers,
  given: fc.array(inputs, { maxLength: 40, size: 'max' }),
});

describe('the interpreter, of any flow that the parser takes', () => {
  test('never throws, and stays plain JSON within its limits', () => {
    fc.assert(
      fc.property(plays, ({ definition, child, trigger, given }) => {
        const { execution } = play(definition, given, { trigger, subflows: { [CHILD_SID]: child } });
        expect(execution.steps).toBeLessThanOrEqual(1000);
        expect(execution.frames.length).toBeLessThanOrEqual(2);
        expect((execution.wait === null) === (execution.ending !== null)).toBe(true);
        expect(revived(execution)).toEqual(execution);
      }),
      { numRuns: 400 },
    );
  });

  test('behaves the same when it is revived at every wait', () => {
    fc.assert(
      fc.property(plays, ({ definition, child, trigger, given }) => {
        const subflows = { [CHILD_SID]: child };
        const straight = play(definition, given, { trigger, subflows }).execution;
        const surroundings = surroundingsOf({ ...subflows, [FLOW_SID]: definition });
        const begun = revived(play(definition, [], { trigger, subflows }).execution);
        expect(withoutSids(given.reduce(goOn(surroundings), begun))).toEqual(withoutSids(straight));
      }),
      { numRuns: 200 },
    );
  });
});

function goOn(surroundings: Surroundings) {
  return (execution: Execution, input: Input): Execution =>
    revived(resumeExecution(execution, input, surroundings).execution);
}

function revived(execution: Execution): Execution {
  return JSON.parse(JSON.stringify(execution)) as Execution;
}

/** The numbers of steps inside subflows are the surroundings', which count from the beginning twice here. */
function withoutSids(execution: Execution): unknown {
  return JSON.parse(JSON.stringify(execution).replace(/FT0*\d+/g, 'FT'));
}
