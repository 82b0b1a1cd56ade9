import { localFunctions } from '../../../scripts/deployment/local-functions';

const FILES = [
  'assets/index.html',
  'emulator/worker.entry.cjs',
  'functions/check-verify.protected.js',
  'functions/otp/request.js',
  'functions/hidden.private.js',
];

function host() {
  const installed: { domain: string; directory: string; variables: object }[] = [];
  return {
    installed,
    install: (environment: (typeof installed)[number]) => {
      installed.push(environment);
      return Promise.resolve();
    },
    domains: () => installed.map((environment) => environment.domain),
  };
}

describe('localFunctions', () => {
  test('gives each endpoint a SID under its URL path', async () => {
    const outputs = await localFunctions(host(), '/dist', FILES).install({});
    expect(Object.keys(outputs.functionSids)).toEqual(['/check-verify', '/otp/request']);
    expect(new Set(Object.values(outputs.functionSids)).size).toBe(2);
    for (const sid of Object.values(outputs.functionSids)) expect(sid).toMatch(/^ZH[0-9a-f]{32}$/);
  });

  test('installs the build with the variables', async () => {
    const local = host();
    const outputs = await localFunctions(local, '/dist', FILES).install({ A: '1' });
    expect(local.installed).toEqual([
      expect.objectContaining({ domain: outputs.domain, directory: '/dist', variables: { A: '1' } }),
    ]);
  });

  test('finds nothing before and the same SIDs after an installation', async () => {
    const local = host();
    expect(await localFunctions(local, '/dist', FILES).find()).toBeNull();
    const outputs = await localFunctions(local, '/dist', FILES).install({});
    expect(await localFunctions(local, '/elsewhere', FILES).find()).toEqual(outputs);
  });
});
