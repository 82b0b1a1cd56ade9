import {
  parseRecordedVersions,
  repositoryHas,
  raiseVersion,
  versionStandings,
  withNewVersions,
  withPulledRevision,
} from '../../../../scripts/deployment/versions/flow-versions-record';

const hash = '0123456789ab';
const flows = [{ name: 'greeting', version: '1.1.0', contentHash: hash }];

describe('versionStandings', () => {
  test('knows a recorded version', () => {
    expect(versionStandings(flows, { greeting: { '1.0.0': 'a', '1.1.0': hash } })).toEqual([
      { kind: 'recorded', name: 'greeting', version: '1.1.0', contentHash: hash },
    ]);
  });

  test.each([[{}], [{ greeting: { '1.0.0': hash } }], [{ other: { '1.1.0': hash } }]])(
    'finds a new version in %j',
    (recorded) => {
      expect(versionStandings(flows, recorded)).toMatchObject([{ kind: 'new', version: '1.1.0' }]);
    },
  );

  test('sees a recorded version with another content', () => {
    expect(versionStandings(flows, { greeting: { '1.1.0': 'another' } })).toMatchObject([
      { kind: 'changed', version: '1.1.0', contentHash: hash },
    ]);
  });

  test('is not misled by the names of objects’ own methods', () => {
    const flow = { name: 'constructor', version: 'valueOf', contentHash: hash };
    expect(versionStandings([flow], {})).toMatchObject([{ kind: 'new', name: 'constructor' }]);
  });
});

describe('raiseVersion', () => {
  test('says which version, and what to do', () => {
    expect(raiseVersion({ name: 'greeting', version: '1.1.0', contentHash: hash })).toMatch(
      /^greeting is not what version 1\.1\.0 was: raise the version in its description/,
    );
  });
});

describe('withNewVersions', () => {
  test('adds what is new and keeps everything else', () => {
    const recorded = { greeting: { '1.0.0': 'a' }, other: { '2.0.0': 'b' } };
    expect(withNewVersions(recorded, versionStandings(flows, recorded))).toEqual({
      greeting: { '1.0.0': 'a', '1.1.0': hash },
      other: { '2.0.0': 'b' },
    });
  });

  test('never replaces a hash', () => {
    const recorded = { greeting: { '1.1.0': 'another' } };
    expect(withNewVersions(recorded, versionStandings(flows, recorded))).toEqual(recorded);
  });
});

describe('withPulledRevision', () => {
  const pulled = { name: 'greeting', version: '1.0.0', environment: 'dev-2', revision: 4, contentHash: hash };
  const recorded = withPulledRevision({ greeting: { '1.0.0': 'a' } }, pulled);

  test('stands beside the versions and is none', () => {
    expect(recorded).toEqual({ greeting: { '1.0.0': 'a', '1.0.0+dev-2.4': hash } });
    expect(versionStandings([{ ...pulled, version: '1.0.0' }], recorded)).toMatchObject([
      { kind: 'changed' },
    ]);
  });

  test('is found again by environment and revision', () => {
    expect(repositoryHas(recorded, 'greeting', 'dev-2')).toEqual({
      pulled: { 4: hash },
      released: ['a', hash],
    });
    expect(repositoryHas(recorded, 'greeting', 'dev').pulled).toEqual({});
    expect(repositoryHas(recorded, 'other', 'dev-2')).toEqual({ pulled: {}, released: [] });
  });
});

describe('parseRecordedVersions', () => {
  test('reads what was written', () => {
    const recorded = { greeting: { '1.0.0': 'a' } };
    expect(parseRecordedVersions(JSON.parse(JSON.stringify(recorded)))).toEqual(recorded);
  });

  test.each([undefined, null, [], 'text', { greeting: 'a' }, { greeting: { '1.0.0': 1 } }])(
    'refuses %j',
    (json) => {
      expect(parseRecordedVersions(json)).toBeUndefined();
    },
  );
});
