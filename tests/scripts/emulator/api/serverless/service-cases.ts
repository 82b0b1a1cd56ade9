import type { LocalTwilio } from '../../../../support/local-twilio';
import type { RouteCase } from '../../../../support/route-cases';
import { aBuild, aFunction, aFunctionVersion, anEnvironment } from './arrange';
import { FUNCTION_CODE, upload } from './upload';

const services = '/v1/Services';
const service = `${services}/{ServiceSid}`;

async function anAsset(twilio: LocalTwilio) {
  const made = await aFunction(twilio);
  const { sid } = await made.service.assets.create({ friendlyName: '/logo.svg' });
  return { ...made, kind: 'asset' as const, resourceSid: sid, asset: made.service.assets(sid) };
}

async function anAssetVersion(twilio: LocalTwilio) {
  const made = await anAsset(twilio);
  const { body } = await upload(twilio, {
    ...made,
    path: 'logo.svg',
    visibility: 'private',
    content: '<svg/>',
  });
  return { ...made, versionSid: String(body['sid']) };
}

/** A case for each route of a service and what is in it, but for what is in an environment. */
export const serviceCases: Readonly<Record<string, RouteCase>> = {
  [`POST ${services}`]: async ({ client }) => {
    const made = await client.serverless.v1.services.create({
      uniqueName: 'Verify-2',
      friendlyName: 'Verify',
    });
    expect(made).toMatchObject({ uniqueName: 'Verify-2', includeCredentials: true, uiEditable: false });
    expect(made.domainBase).toMatch(/^verify-2-\d{4}$/);
  },
  [`GET ${services}`]: async ({ client }) => {
    for (const uniqueName of ['one', 'two', 'three'])
      await client.serverless.v1.services.create({ uniqueName, friendlyName: uniqueName });
    const listed = await client.serverless.v1.services.list({ pageSize: 2 });
    expect(listed.map((each) => each.uniqueName)).toEqual(['three', 'two', 'one']);
  },
  [`GET ${services}/{Sid}`]: async (twilio) => {
    const { serviceSid } = await aFunction(twilio);
    const found = await twilio.client.serverless.v1.services('example').fetch();
    expect(found.sid).toBe(serviceSid);
  },
  [`POST ${services}/{Sid}`]: async (twilio) => {
    const made = await aFunction(twilio);
    const changed = await made.service.update({ uiEditable: true, includeCredentials: false });
    expect(changed).toMatchObject({ friendlyName: 'Example', uiEditable: true, includeCredentials: false });
  },
  [`DELETE ${services}/{Sid}`]: async (twilio) => {
    const made = await aFunction(twilio);
    await made.service.remove();
    await expect(made.service.fetch()).rejects.toMatchObject({ code: 20404 });
  },
  [`POST ${service}/Environments`]: async (twilio) => {
    const { service: made } = await aFunction(twilio);
    const { domainBase } = await made.fetch();
    const dev = await made.environments.create({ uniqueName: 'dev-environment', domainSuffix: 'dev' });
    const bare = await made.environments.create({ uniqueName: 'production' });
    expect([dev.domainName, dev.domainSuffix]).toEqual([`${domainBase}-dev.twil.io`, 'dev']);
    expect([bare.domainName, bare.domainSuffix]).toEqual([`${domainBase}.twil.io`, null]);
  },
  [`GET ${service}/Environments`]: async (twilio) => {
    const made = await anEnvironment(twilio);
    expect(await made.service.environments.list()).toMatchObject([{ sid: made.environmentSid }]);
  },
  [`GET ${service}/Environments/{Sid}`]: async (twilio) => {
    const made = await anEnvironment(twilio);
    expect(await made.environment.fetch()).toMatchObject({ uniqueName: 'dev-environment', buildSid: null });
  },
  [`DELETE ${service}/Environments/{Sid}`]: async (twilio) => {
    const made = await anEnvironment(twilio);
    await made.environment.remove();
    await expect(made.environment.fetch()).rejects.toMatchObject({ code: 20404 });
  },
  [`POST ${service}/Functions`]: async (twilio) => {
    const made = await aFunction(twilio);
    expect(made.functionSid).toMatch(/^ZH/);
  },
  [`GET ${service}/Functions`]: async (twilio) => {
    const made = await aFunction(twilio);
    await made.service.functions.create({ friendlyName: '/hello' });
    expect(await made.service.functions.list({ pageSize: 1 })).toHaveLength(2);
  },
  [`GET ${service}/Functions/{Sid}`]: async (twilio) => {
    const made = await aFunction(twilio);
    expect(await made.service.functions(made.functionSid).fetch()).toMatchObject({ friendlyName: '/hello' });
  },
  [`POST ${service}/Functions/{Sid}`]: async (twilio) => {
    const made = await aFunction(twilio);
    const changed = await made.service.functions(made.functionSid).update({ friendlyName: '/goodbye' });
    expect(changed.friendlyName).toBe('/goodbye');
  },
  [`DELETE ${service}/Functions/{Sid}`]: async (twilio) => {
    const made = await aFunction(twilio);
    await made.service.functions(made.functionSid).remove();
    expect(await made.service.functions.list()).toEqual([]);
  },
  [`POST ${service}/Assets`]: async (twilio) => {
    expect((await anAsset(twilio)).resourceSid).toMatch(/^ZH/);
  },
  [`GET ${service}/Assets`]: async (twilio) => {
    const made = await anAsset(twilio);
    expect(await made.service.assets.list()).toMatchObject([{ sid: made.resourceSid }]);
  },
  [`GET ${service}/Assets/{Sid}`]: async (twilio) => {
    expect(await (await anAsset(twilio)).asset.fetch()).toMatchObject({ friendlyName: '/logo.svg' });
  },
  [`POST ${service}/Assets/{Sid}`]: async (twilio) => {
    const changed = await (await anAsset(twilio)).asset.update({ friendlyName: '/icon.svg' });
    expect(changed.friendlyName).toBe('/icon.svg');
  },
  [`DELETE ${service}/Assets/{Sid}`]: async (twilio) => {
    const made = await anAsset(twilio);
    await made.asset.remove();
    expect(await made.service.assets.list()).toEqual([]);
  },
  [`GET ${service}/Functions/{FunctionSid}/Versions`]: async (twilio) => {
    const made = await aFunctionVersion(twilio);
    await upload(twilio, { ...made, visibility: 'protected' });
    const listed = await made.service.functions(made.functionSid).functionVersions.list();
    expect(listed.map(({ visibility }) => visibility)).toEqual(['protected', 'public']);
  },
  [`GET ${service}/Functions/{FunctionSid}/Versions/{Sid}`]: async (twilio) => {
    const made = await aFunctionVersion(twilio);
    const version = made.service.functions(made.functionSid).functionVersions(made.versionSid);
    expect(await version.fetch()).toMatchObject({ path: '/hello', functionSid: made.functionSid });
  },
  [`GET ${service}/Functions/{FunctionSid}/Versions/{Sid}/Content`]: async (twilio) => {
    const made = await aFunctionVersion(twilio);
    const version = made.service.functions(made.functionSid).functionVersions(made.versionSid);
    expect(await version.functionVersionContent().fetch()).toMatchObject({ content: FUNCTION_CODE });
  },
  [`GET ${service}/Assets/{AssetSid}/Versions`]: async (twilio) => {
    const made = await anAssetVersion(twilio);
    expect(await made.asset.assetVersions.list()).toMatchObject([{ sid: made.versionSid }]);
  },
  [`GET ${service}/Assets/{AssetSid}/Versions/{Sid}`]: async (twilio) => {
    const made = await anAssetVersion(twilio);
    const version = await made.asset.assetVersions(made.versionSid).fetch();
    expect(version).toMatchObject({ path: '/logo.svg', visibility: 'private', assetSid: made.resourceSid });
  },
  [`POST ${service}/Builds`]: async (twilio) => {
    const made = await aFunctionVersion(twilio);
    const build = await made.service.builds.create({
      functionVersions: [made.versionSid],
      dependencies: JSON.stringify([{ name: '@twilio/runtime-handler', version: '2.0.1' }]),
      runtime: 'node20',
    });
    expect(build).toMatchObject({ status: 'building', runtime: 'node20', assetVersions: [] });
    const path = { path: '/hello', function_sid: made.functionSid, sid: made.versionSid };
    expect(build.functionVersions).toMatchObject([path]);
    expect(build.dependencies).toContainEqual({ name: '@twilio/runtime-handler', version: '2.0.1' });
  },
  [`GET ${service}/Builds`]: async (twilio) => {
    const made = await aBuild(twilio);
    expect(await made.service.builds.list()).toMatchObject([{ sid: made.buildSid, status: 'completed' }]);
  },
  [`GET ${service}/Builds/{Sid}`]: async (twilio) => {
    const made = await aBuild(twilio);
    const build = await made.service.builds(made.buildSid).fetch();
    expect(build.dateUpdated.getTime() - build.dateCreated.getTime()).toBe(2000);
  },
  [`DELETE ${service}/Builds/{Sid}`]: async (twilio) => {
    const made = await aBuild(twilio);
    await made.service.builds(made.buildSid).remove();
    expect(await made.service.builds.list()).toEqual([]);
  },
  [`GET ${service}/Builds/{Sid}/Status`]: async (twilio) => {
    const made = await aBuild(twilio);
    const status = made.service.builds(made.buildSid).buildStatus();
    expect(await status.fetch()).toMatchObject({ status: 'completed' });
  },
};
