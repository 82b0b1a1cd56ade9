import { placeholdersIn } from '../../../studio/wiring/placeholders-in';
import { flowWith, shippedFlow } from './shipped-flows';

describe('placeholdersIn', () => {
  test('finds the four of each run-function widget', () => {
    const ofCheck = placeholdersIn(shippedFlow('verify-subflow')).filter(
      (found) => found.widget === 'check_verify',
    );
    expect(ofCheck.map((found) => found.placeholder)).toEqual([
      { kind: 'SERVICE_SID' },
      { kind: 'ENVIRONMENT_SID' },
      { kind: 'FUNCTION_SID', path: '/check-verify' },
      { kind: 'FUNCTION_URL', path: '/check-verify' },
    ]);
  });

  test('finds the subflow and the revision that the parent runs', () => {
    expect(placeholdersIn(shippedFlow('parent-ivr'))).toEqual([
      {
        widget: 'run_verify',
        place: '#/states/2/properties/flow_sid',
        text: '${FLOW_SID:verify-subflow}',
        placeholder: { kind: 'FLOW_SID', flow: 'verify-subflow' },
      },
      {
        widget: 'run_verify',
        place: '#/states/2/properties/flow_revision',
        text: '${FLOW_REVISION:verify-subflow}',
        placeholder: { kind: 'FLOW_REVISION', flow: 'verify-subflow' },
      },
    ]);
  });

  test('finds what only looks like a placeholder', () => {
    const found = placeholdersIn(flowWith({ url: 'https://${DOMAIN}/x', body: '${1}', say: '${name}' }));
    expect(found).toEqual([
      { widget: 'only', place: '#/states/0/properties/url', text: 'https://${DOMAIN}/x', placeholder: null },
    ]);
  });
});
