import { drawCallFlows, placesOf } from '../../../../scripts/phone-page/server/flow-picture';
import { FLOW_SID, flow, IVR, state } from '../../../support/flows';
import { phoneWorld } from '../../../support/phone-world';

const CHILD = `FW${'2'.repeat(32)}`;
const EVIL = '<img src=x onerror=alert(1)></text><script>alert(1)</script>';

const { store } = phoneWorld(
  flow(
    state('welcome', 'say-play', { say: EVIL }, { audioComplete: 'run_child' }),
    state(
      'run_child',
      'run-subflow',
      { flow_sid: CHILD, flow_revision: 'LatestPublished' },
      { completed: '' },
    ),
  ),
  { [CHILD]: flow(state('ask', 'gather-input-on-call', { say: 'Key' }, { keypress: '' })) },
);

describe('drawCallFlows', () => {
  const svg = drawCallFlows(store, IVR) ?? '';

  test('draws the flow of a number and those that it runs', () => {
    expect([...svg.matchAll(/data-flow="(\w+)"/g)].map((match) => match[1])).toEqual([FLOW_SID, CHILD]);
    expect(svg).toContain('data-widget="ask"');
  });

  test('brings no style, no script and no markup of a flow', () => {
    expect(svg).not.toMatch(/<(?:style|script|img|foreignObject)/i);
    expect(svg).not.toMatch(/<[^>]+\sstyle=/i);
    expect(svg).toContain('&lt;img src=x');
  });

  test('shows a subflow by its name', () => {
    store.flows.get(CHILD)?.revisions.push({
      revision: 2,
      friendlyName: 'the child',
      status: 'published',
      commitMessage: null,
      definition: flow(state('ask', 'gather-input-on-call', { say: 'Key' }, { keypress: '' })),
      date: 0,
    });
    expect(drawCallFlows(store, IVR)).toContain('the child');
  });

  test('has nothing to draw for a number without a flow', () => {
    expect(drawCallFlows(store, '+14155550123')).toBeNull();
  });
});

describe('placesOf', () => {
  test.each([
    ['welcome', [{ flow: FLOW_SID, widget: 'welcome' }]],
    [
      'run_child/ask',
      [
        { flow: FLOW_SID, widget: 'run_child' },
        { flow: CHILD, widget: 'ask' },
      ],
    ],
    ['', []],
  ])('finds %s in the picture', (widget, places) => {
    expect(placesOf(store, IVR, widget)).toEqual(places);
  });
});
