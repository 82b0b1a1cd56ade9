import { placeholdersIn } from '../../../studio/wiring/placeholders-in';
import { wireFlow } from '../../../studio/wiring/wire-flow';
import { COMPLETE_WIRING, flowWith, shippedFlow } from './shipped-flows';

const NOTHING = { functions: {}, flows: {} };

describe('wireFlow', () => {
  test.each(['verify-subflow', 'parent-ivr'] as const)('leaves no placeholder in %s', (name) => {
    const result = wireFlow(shippedFlow(name), COMPLETE_WIRING);
    expect(result.ok && placeholdersIn(result.definition)).toEqual([]);
  });

  test('puts SIDs and URL of one function together', () => {
    const result = wireFlow(shippedFlow('verify-subflow'), COMPLETE_WIRING);
    const widget = result.ok && result.definition.states.find((state) => state.name === 'check_verify');
    expect(widget && widget.properties).toMatchObject({
      service_sid: COMPLETE_WIRING.serviceSid,
      environment_sid: COMPLETE_WIRING.environmentSid,
      function_sid: COMPLETE_WIRING.functions['/check-verify']?.sid,
      url: COMPLETE_WIRING.functions['/check-verify']?.url,
    });
  });

  test('changes nothing but the placeholders', () => {
    const before = shippedFlow('verify-subflow');
    const result = wireFlow(before, COMPLETE_WIRING);
    const places = placeholdersIn(before).map((found) => found.place);
    expect(result.ok && differingPlaces(before, result.definition)).toEqual(places);
  });

  test.each([
    ['${FUNCTION_URL:/check-verify}', 'no function at "/check-verify"'],
    ['${FUNCTION_SID:/check-verify}', 'no function at "/check-verify"'],
    ['${FUNCTION_SID:constructor}', '"${FUNCTION_SID:constructor}" is not a placeholder'],
    ['${SERVICE_SID}', 'no Serverless service is known'],
    ['${ENVIRONMENT_SID}', 'no Serverless environment is known'],
    ['${FLOW_SID:verify-subflow}', 'no flow named "verify-subflow"'],
    ['${FLOW_REVISION:verify-subflow}', '"${FLOW_REVISION:verify-subflow}" stands only in "flow_revision"'],
    ['${FLOW_SID:constructor}', 'no flow named "constructor"'],
    ['${SYNC_SID}', '"${SYNC_SID}" is not a placeholder'],
    ['${SERVICE_SID:/x}', '"${SERVICE_SID:/x}" is not a placeholder'],
    ['https://${SERVICE_SID}/x', '"https://${SERVICE_SID}/x" is not a placeholder'],
  ])('says why it cannot wire %s', (text, reason) => {
    const result = wireFlow(flowWith({ parameters: [{ key: 'a', value: text }] }), NOTHING);
    expect(result).toEqual({
      ok: false,
      problems: [
        {
          severity: 'error',
          rule: 'wired-placeholders',
          place: '#/states/0/properties/parameters/0/value',
          message: expect.stringContaining(`Cannot wire widget "only": ${reason}`) as string,
        },
      ],
    });
  });

  test('wants the revision of a subflow that is pinned', () => {
    const pinned = flowWith({ flow_sid: '${FLOW_SID:a}', flow_revision: '${FLOW_REVISION:a}' });
    const wiring = { functions: {}, flows: { a: 'FW1' } };
    expect(wireFlow(pinned, { ...wiring, flowRevisions: { a: '12' } })).toMatchObject({
      ok: true,
      definition: { states: [{ properties: { flow_sid: 'FW1', flow_revision: '12' } }] },
    });
    expect(wireFlow(pinned, wiring)).toMatchObject({
      ok: false,
      problems: [{ message: 'Cannot wire widget "only": no revision of a flow named "a"' }],
    });
  });

  test.each([
    ['another flow', { flow_sid: '${FLOW_SID:b}', flow_revision: '${FLOW_REVISION:a}' }],
    ['another property', { flow_sid: '${FLOW_SID:a}', say: '${FLOW_REVISION:a}' }],
  ])('refuses a revision beside %s', (_, properties) => {
    const wiring = { functions: {}, flows: { a: 'FW1', b: 'FW2' }, flowRevisions: { a: '12' } };
    expect(wireFlow(flowWith(properties), wiring)).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('stands only in "flow_revision"') as string }],
    });
  });

  test('reports every missing value at once', () => {
    const flow = shippedFlow('verify-subflow');
    const result = wireFlow(flow, NOTHING);
    expect(result.ok ? [] : result.problems.map((problem) => problem.place)).toEqual(
      placeholdersIn(flow).map((found) => found.place),
    );
  });

  test('leaves Liquid and plain dollar signs alone', () => {
    const flow = flowWith({ say: 'It costs $5, {{trigger.call.From}} {% if a %}${lower}{% endif %}' });
    expect(wireFlow(flow, NOTHING)).toEqual({ ok: true, definition: flow });
  });
});

function differingPlaces(left: unknown, right: unknown, place = '#'): string[] {
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null) {
    return Object.is(left, right) ? [] : [place];
  }
  const other = new Map<string, unknown>(Object.entries(right));
  return Object.entries(left).flatMap(([key, value]) =>
    differingPlaces(value, other.get(key), `${place}/${key}`),
  );
}
