import { definitionHash } from '../../../scripts/deployment/flow-versions';
import {
  parseRecordedVersions,
  versionStandings,
  withNewVersions,
} from '../../../scripts/deployment/flow-versions-record';
import { flowWith } from '../../studio/wiring/shipped-flows';

const definition = flowWith({ say: 'Hello' }, 'A flow 1.1.0: greets.');
const hash = definitionHash(definition);
const flows = [{ name: 'greeting', definition }];

describe('versionStandings', () => {
  test('knows a recorded version', () => {
    expect(versionStandings(flows, { greeting: { '1.0.0': 'a', '1.1.0': hash } })).toEqual([
      { kind: 'recorded', name: 'greeting', version: '1.1.0', hash },
    ]);
  });

  test.each([[{}], [{ greeting: { '1.0.0': hash } }], [{ other: { '1.1.0': hash } }]])(
    'finds a new version in %j',
    (recorded) => {
      expect(versionStandings(flows, recorded)).toMatchObject([{ kind: 'new', version: '1.1.0' }]);
    },
  );

  test('refuses a recorded version with another content', () => {
    expect(versionStandings(flows, { greeting: { '1.1.0': 'another' } })).toEqual([
      {
        kind: 'changed',
        name: 'greeting',
        problem: expect.stringContaining('is not what version 1.1.0 was: raise the version') as string,
      },
    ]);
  });

  test('refuses a flow without a version', () => {
    const unversioned = [{ name: 'greeting', definition: flowWith({}, 'A New Flow') }];
    expect(versionStandings(unversioned, {})).toMatchObject([{ kind: 'unversioned' }]);
  });

  test('is not misled by the names of objects’ own methods', () => {
    const flow = { name: 'constructor', definition };
    expect(versionStandings([flow], {})).toMatchObject([{ kind: 'new', name: 'constructor' }]);
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
