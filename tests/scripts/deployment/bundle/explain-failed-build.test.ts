import { explainFailedBuild } from '../../../../scripts/deployment/bundle/explain-failed-build';
import { bundleOf, functionFile } from '../example-want';

describe('explainFailedBuild', () => {
  test('names each function that cannot be parsed', () => {
    const bundle = bundleOf([functionFile('/a', 'const = 1;'), functionFile('/b'), functionFile('/c', '}')]);
    const reason = explainFailedBuild('ZB1', bundle);
    expect(reason).toMatch(/^build ZB1 failed: function \/a cannot be parsed: .*; function \/c cannot be/);
    expect(reason).not.toContain('/b');
  });

  test('says otherwise what is left to look at', () => {
    const reason = explainFailedBuild('ZB1', bundleOf([functionFile('/a')]));
    expect(reason).toContain('does not say why');
    expect(reason).toContain('twilio 6.2.0 for node22');
  });
});
