import { readFlowVersions } from '../../../scripts/deployment/versions/version-flows';

describe('the recorded versions of the shipped flows', () => {
  test('are those of their definitions', async () => {
    const reading = await readFlowVersions(process.cwd());
    const found = reading.kind === 'problems' ? reading.problems : reading.standings;
    // A definition that changed needs a new version: raise it in the description, then "npm run version-flows".
    expect(found).toEqual([
      expect.objectContaining({ name: 'verify-subflow', kind: 'recorded' }),
      expect.objectContaining({ name: 'parent-ivr', kind: 'recorded' }),
      expect.objectContaining({ name: 'otp-by-reply', kind: 'recorded' }),
    ]);
  });
});
