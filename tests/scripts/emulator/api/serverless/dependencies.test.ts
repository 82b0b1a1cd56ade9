import { readDependencies } from '../../../../../scripts/emulator/api/serverless/dependencies';

const handler = '@twilio/runtime-handler';

describe('readDependencies', () => {
  test.each(['2.1.2', '2.0.1', '1.2.0'])('upgrades the handler %s for Node.js 24', (version) => {
    const text = JSON.stringify([{ name: handler, version }]);
    const dependencies = [
      { name: handler, version: '2.1.2' },
      { name: 'twilio', version: 'latest' },
    ];
    expect(readDependencies(text, 'node24')).toEqual({ kind: 'valid', dependencies });
  });

  test('gives each build the SDK and the default handler', () => {
    const dependencies = [
      { name: 'twilio', version: 'latest' },
      { name: handler, version: '2.0.1' },
    ];
    expect(readDependencies(undefined, 'node22')).toEqual({ kind: 'valid', dependencies });
  });

  test.each(['nonsense', '""', '{}', '[1]', '[{"name":"twilio"}]'])('does not take %s for a list', (text) => {
    expect(readDependencies(text, 'node22')).toMatchObject({ kind: 'invalid' });
  });
});
