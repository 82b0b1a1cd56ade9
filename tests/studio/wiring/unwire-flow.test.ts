import fc from 'fast-check';

import { unwireFlow } from '../../../studio/wiring/unwire-flow';
import { wireFlow } from '../../../studio/wiring/wire-flow';
import { formatPlaceholder, mentionsPlaceholder } from '../../../studio/wiring/placeholder';
import { COMPLETE_WIRING, flowWith, shippedFlow } from './shipped-flows';
import type { Json } from '../../../studio/model/json';
import type { Placeholder } from '../../../studio/wiring/placeholder';
import type { Wiring } from '../../../studio/wiring/wiring';

const paths = fc.stringMatching(/^\/[a-z][a-z/-]{0,12}$/);
const names = fc.stringMatching(/^[a-z][a-z-]{0,12}$/);

/** A wiring in which no two values are the same, and none is a text that a flow would hold by chance. */
const wirings = fc
  .record({ paths: fc.uniqueArray(paths, { minLength: 1 }), names: fc.uniqueArray(names, { minLength: 1 }) })
  .map((chosen): Wiring => ({
    serviceSid: 'ZS0',
    environmentSid: 'ZE0',
    functions: Object.fromEntries(
      chosen.paths.map((path, index) => [path, { sid: `ZH${index}`, url: `https://x.test${path}` }]),
    ),
    flows: Object.fromEntries(chosen.names.map((name, index) => [name, `FW${index}`])),
  }));

function placeholdersOf(wiring: Wiring): fc.Arbitrary<string> {
  const all: Placeholder[] = [
    { kind: 'SERVICE_SID' },
    { kind: 'ENVIRONMENT_SID' },
    ...Object.keys(wiring.functions).map((path): Placeholder => ({ kind: 'FUNCTION_URL', path })),
    ...Object.keys(wiring.functions).map((path): Placeholder => ({ kind: 'FUNCTION_SID', path })),
    ...Object.keys(wiring.flows).map((flow): Placeholder => ({ kind: 'FLOW_SID', flow })),
  ];
  return fc.constantFrom(...all.map(formatPlaceholder));
}

/** Properties of any shape whose texts are placeholders of the wiring, or texts that say nothing of it. */
function propertiesFor(wiring: Wiring): fc.Arbitrary<Record<string, Json>> {
  const other = fc
    .string()
    .filter((text) => !mentionsPlaceholder(text) && !/^(ZS|ZE|ZH|FW|https)/.test(text));
  const text = fc.oneof(placeholdersOf(wiring), other);
  const value = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('json'), { maxKeys: 4 }),
    ),
  })).json;
  return fc.dictionary(fc.string(), value, { maxKeys: 6 });
}

describe('unwireFlow', () => {
  test('undoes wireFlow for any flow and wiring', () => {
    const cases = wirings.chain((wiring) => fc.tuple(fc.constant(wiring), propertiesFor(wiring)));
    fc.assert(
      fc.property(cases, ([wiring, properties]) => {
        const flow = flowWith(properties);
        const wired = wireFlow(flow, wiring);
        expect(wired.ok && unwireFlow(wired.definition, wiring)).toEqual(flow);
      }),
    );
  });

  test.each(['verify-subflow', 'parent-ivr'] as const)('gives %s back byte for byte', (name) => {
    const flow = shippedFlow(name);
    const wired = wireFlow(flow, COMPLETE_WIRING);
    expect(wired.ok && JSON.stringify(unwireFlow(wired.definition, COMPLETE_WIRING))).toBe(
      JSON.stringify(flow),
    );
  });

  test('unpins a known subflow whatever its revision', () => {
    const sid = COMPLETE_WIRING.flows['verify-subflow'] ?? '';
    const pinned = (flow_sid: string, flow_revision: string) => flowWith({ flow_sid, flow_revision });
    const unpinned = pinned('${FLOW_SID:verify-subflow}', '${FLOW_REVISION:verify-subflow}');
    expect(unwireFlow(pinned(sid, '7'), COMPLETE_WIRING)).toEqual(unpinned);
    expect(unwireFlow(pinned(sid, '6'), COMPLETE_WIRING)).toEqual(unpinned);
  });

  test('keeps a word for a revision, and the pin of a foreign subflow', () => {
    const sid = COMPLETE_WIRING.flows['verify-subflow'] ?? '';
    const latest = unwireFlow(flowWith({ flow_sid: sid, flow_revision: 'LatestPublished' }), COMPLETE_WIRING);
    expect(latest.states[0]?.properties['flow_revision']).toBe('LatestPublished');
    const foreign = flowWith({ flow_sid: 'FW9', flow_revision: '7' });
    expect(unwireFlow(foreign, COMPLETE_WIRING)).toEqual(foreign);
  });

  test("keeps another account's SIDs", () => {
    const flow = flowWith({ service_sid: 'ZS9', say: `Our service is ${COMPLETE_WIRING.serviceSid}` });
    expect(unwireFlow(flow, COMPLETE_WIRING)).toEqual(flow);
  });
});
