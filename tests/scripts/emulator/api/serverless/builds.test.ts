import { type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';
import { aFunctionVersion } from './arrange';
import { FUNCTION_CODE } from './upload';

const handler = '@twilio/runtime-handler';

describe('builds', () => {
  let twilio: LocalTwilio;
  beforeEach(async () => {
    twilio = await startLocalTwilio();
  });
  afterEach(() => twilio.stop());

  test('are building for two seconds, then completed', async () => {
    const { service, versionSid } = await aFunctionVersion(twilio);
    const { sid } = await service.builds.create({ functionVersions: [versionSid] });
    const status = async () => (await service.builds(sid).buildStatus().fetch()).status;
    twilio.clock.advance(1999);
    expect(await status()).toBe('building');
    twilio.clock.advance(1);
    expect(await status()).toBe('completed');
  });

  test('fail when a function cannot be parsed', async () => {
    const { service, versionSid } = await aFunctionVersion(twilio, { content: 'exports.handler = (' });
    const { sid } = await service.builds.create({ functionVersions: [versionSid] });
    twilio.clock.advance(2000);
    expect((await service.builds(sid).fetch()).status).toBe('failed');
    const stored = [...twilio.context.store.serverlessServices.values()][0]?.builds.get(sid);
    expect(stored?.failure).toMatch(/^Function \/hello cannot be parsed: /);
  });

  test('take the double quotes that the toolkit adds', async () => {
    const { service, versionSid } = await aFunctionVersion(twilio);
    const dependencies = `"${JSON.stringify([{ name: 'twilio', version: '6.2.0' }])}"`;
    const build = await service.builds.create({ functionVersions: [versionSid], dependencies });
    expect(build.dependencies).toEqual([
      { name: 'twilio', version: '6.2.0' },
      { name: handler, version: '2.0.1' },
    ]);
  });

  test('keep the runtime of the last that was completed', async () => {
    const { service, versionSid } = await aFunctionVersion(twilio);
    const functionVersions = [versionSid];
    expect((await service.builds.create({ functionVersions })).runtime).toBe('node22');
    await service.builds.create({ functionVersions, runtime: 'node20' });
    expect((await service.builds.create({ functionVersions })).runtime).toBe('node22');
    await service.builds.create({ functionVersions, runtime: 'node20' });
    twilio.clock.advance(2000);
    expect((await service.builds.create({ functionVersions })).runtime).toBe('node20');
  });

  test('keep the versions that they were made of', async () => {
    const { service, functionSid, versionSid } = await aFunctionVersion(twilio, { content: FUNCTION_CODE });
    const { sid } = await service.builds.create({ functionVersions: [versionSid] });
    await service.functions(functionSid).remove();
    expect((await service.builds(sid).fetch()).functionVersions).toMatchObject([{ sid: versionSid }]);
  });
});
