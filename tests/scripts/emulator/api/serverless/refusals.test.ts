import { type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';
import { aBuild, aFunction, aFunctionVersion, anEnvironment } from './arrange';
import { upload } from './upload';

/** Something that Serverless does not do, and how it says so. */
interface Refusal {
  readonly attempt: (twilio: LocalTwilio) => Promise<unknown>;
  readonly status: number;
  readonly code: number;
  readonly message: string | RegExp;
}

const alreadyDeployed = {
  status: 409,
  code: 20409,
  message: 'Environment already has requested deployment.',
};
const environmentTaken = {
  status: 409,
  code: 20409,
  message: 'Environment with this UniqueName or DomainSuffix already exists.',
};

async function aBuildAndEnvironment(twilio: LocalTwilio) {
  const made = await aBuild(twilio);
  const { sid } = await made.service.environments.create({ uniqueName: 'production' });
  return { ...made, environment: made.service.environments(sid) };
}

async function buildWith(twilio: LocalTwilio, dependencies: string): Promise<unknown> {
  const { service, versionSid } = await aFunctionVersion(twilio);
  return service.builds.create({ functionVersions: [versionSid], dependencies });
}

const refusals: Readonly<Record<string, Refusal>> = {
  'a second service of one name': {
    attempt: async (twilio) => {
      await aFunction(twilio);
      await aFunction(twilio);
    },
    status: 409,
    code: 20409,
    message: 'Service with this UniqueName already exists.',
  },
  'a second environment of one name': {
    attempt: async (twilio) => {
      const { service } = await anEnvironment(twilio);
      await service.environments.create({ uniqueName: 'dev-environment', domainSuffix: 'other' });
    },
    ...environmentTaken,
  },
  'a second environment of one suffix': {
    attempt: async (twilio) => {
      const { service } = await anEnvironment(twilio);
      await service.environments.create({ uniqueName: 'other', domainSuffix: 'dev' });
    },
    ...environmentTaken,
  },
  'a second environment without a suffix': {
    attempt: async (twilio) => {
      const { service } = await anEnvironment(twilio);
      await service.environments.create({ uniqueName: 'production' });
      await service.environments.create({ uniqueName: 'other' });
    },
    ...environmentTaken,
  },
  'a second variable of one key': {
    attempt: async (twilio) => {
      const { environment } = await anEnvironment(twilio);
      await environment.variables.create({ key: 'COLOUR', value: 'blue' });
      await environment.variables.create({ key: 'COLOUR', value: 'green' });
    },
    status: 409,
    code: 20409,
    message: 'Variable with this Key already exists.',
  },
  'a build of nothing': {
    attempt: async (twilio) => (await aFunction(twilio)).service.builds.create(),
    status: 400,
    code: 20001,
    message: 'At least one Function Version or Asset Version is required for Build.',
  },
  'a build of an unknown version': {
    attempt: async (twilio) => {
      const { service, functionSid } = await aFunctionVersion(twilio);
      await service.builds.create({ functionVersions: [functionSid.replace('ZH', 'ZN')] });
    },
    status: 400,
    code: 20001,
    message: /^Function Version ZN\w+ was not found$/,
  },
  'a build with two functions at one path': {
    attempt: async (twilio) => {
      const made = await aFunctionVersion(twilio);
      const { body } = await upload(twilio, { ...made, visibility: 'protected' });
      await made.service.builds.create({ functionVersions: [made.versionSid, String(body['sid'])] });
    },
    status: 400,
    code: 20001,
    message: 'Path /hello is used more than once in this Build',
  },
  'a build with a function and an asset at one path': {
    attempt: async (twilio) => {
      const made = await aFunctionVersion(twilio);
      const { sid } = await made.service.assets.create({ friendlyName: '/hello' });
      const { body } = await upload(twilio, { ...made, kind: 'asset', resourceSid: sid });
      await made.service.builds.create({
        functionVersions: [made.versionSid],
        assetVersions: [String(body['sid'])],
      });
    },
    status: 400,
    code: 20001,
    message: 'Path /hello is used more than once in this Build',
  },
  'a build with a handler of the registry': {
    attempt: (twilio) => buildWith(twilio, '[{"name":"@twilio/runtime-handler","version":"2.1.0"}]'),
    status: 400,
    code: 20001,
    message:
      'Some dependencies could not be validated. No matching version found for @twilio/runtime-handler@2.1.0. ' +
      'You can find the valid versions at https://www.twilio.com/docs/serverless/functions-assets/handler',
  },
  'a build with dependencies that are no list': {
    attempt: (twilio) => buildWith(twilio, '{"twilio":"6.2.0"}'),
    status: 400,
    code: 20001,
    message: /^Some dependencies could not be validated\. /,
  },
  'a build for Node.js 18': {
    attempt: async (twilio) => {
      const { service, versionSid } = await aFunctionVersion(twilio);
      await service.builds.create({ functionVersions: [versionSid], runtime: 'node18' });
    },
    status: 400,
    code: 82007,
    message: 'unsupported runtime: node18',
  },
  'a deployment of an unknown build': {
    attempt: async (twilio) => {
      const { environment, buildSid } = await aBuildAndEnvironment(twilio);
      await environment.deployments.create({
        buildSid: buildSid.replace(/.$/, (last) => (last === 'f' ? '0' : 'f')),
      });
    },
    status: 400,
    code: 20001,
    message: /^Build ZB\w+ was not found$/,
  },
  'a deployment of a build that is not completed': {
    attempt: async (twilio) => {
      const { environment, service, versionSid } = await aBuildAndEnvironment(twilio);
      const { sid } = await service.builds.create({ functionVersions: [versionSid] });
      await environment.deployments.create({ buildSid: sid });
    },
    status: 400,
    code: 20001,
    message: /^Build ZB\w+ is building, not completed$/,
  },
  'a second deployment of one build': {
    attempt: async (twilio) => {
      const { environment, buildSid } = await aBuildAndEnvironment(twilio);
      await environment.deployments.create({ buildSid });
      await environment.deployments.create({ buildSid });
    },
    ...alreadyDeployed,
  },
  'a deployment of nothing to where nothing is': {
    attempt: async (twilio) => (await anEnvironment(twilio)).environment.deployments.create({}),
    ...alreadyDeployed,
  },
  'the end of a build that runs': {
    attempt: async (twilio) => {
      const { environment, service, buildSid } = await aBuildAndEnvironment(twilio);
      await environment.deployments.create({ buildSid });
      await service.builds(buildSid).remove();
    },
    status: 409,
    code: 20409,
    message: 'Build is deployed to an Environment.',
  },
};

describe('Serverless API', () => {
  test.each(Object.entries(refusals))('refuses %s', async (_name, { attempt, status, code, message }) => {
    const twilio = await startLocalTwilio();
    const expected = typeof message === 'string' ? message : expect.stringMatching(message);
    await expect(attempt(twilio)).rejects.toMatchObject({ status, code, message: expected });
    await twilio.stop();
  });
});
