import { flowVersion } from '../../../studio/wiring/flow-version';
import { flowWith, shippedFlow } from './shipped-flows';

describe('flowVersion', () => {
  test.each([
    ['verify-subflow', 'Verify subflow'],
    ['parent-ivr', 'Parent IVR'],
  ] as const)('reads the version of %s', (name, title) => {
    expect(flowVersion(shippedFlow(name))).toEqual({
      ok: true,
      version: { title, version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string },
    });
  });

  test.each([
    ['A 0.0.1: b', 'A', '0.0.1'],
    ['Two words 10.20.30: does this: and that', 'Two words', '10.20.30'],
    ['Next 2.0.0-rc.1: b', 'Next', '2.0.0-rc.1'],
    ['Was 1.0.0 2.0.0: b', 'Was 1.0.0', '2.0.0'],
  ])('splits %p', (description, title, version) => {
    expect(flowVersion(flowWith({}, description))).toEqual({ ok: true, version: { title, version } });
  });

  test.each(['', 'A New Flow', '1.0.0: b', 'A 1.0: b', 'A 01.0.0: b', 'A 1.0.0', 'A 1.0.0:', 'A 1.0.0 b'])(
    'refuses %p with an example',
    (description) => {
      const result = flowVersion(flowWith({}, description));
      expect(result).toMatchObject({ ok: false, problem: { rule: 'flow-version', place: '#/description' } });
      expect(result.ok ? '' : result.problem.message).toContain('start it like "Verify subflow 1.0.0: ');
    },
  );
});
