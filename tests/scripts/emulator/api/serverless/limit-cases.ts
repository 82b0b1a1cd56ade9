import { handlerVersions } from '../../../../../scripts/emulator/api/serverless/dependencies';
import * as limits from '../../../../../scripts/emulator/api/serverless/limits';
import { runtimes } from '../../../../../scripts/emulator/api/serverless/runtimes';
import type { ResourceKind } from '../../../../../scripts/emulator/entities/serverless-resource';
import type { Visibility } from '../../../../../scripts/emulator/entities/serverless-version';
import type { LocalTwilio } from '../../../../support/local-twilio';
import { aFunction, aFunctionVersion, anEnvironment } from './arrange';
import { type Upload, upload } from './upload';

/** Asks for something at a limit and beyond it; resolves when it is granted, and rejects as the SDK does when not. */
export interface LimitCase {
  readonly attempt: (twilio: LocalTwilio, value: string | number) => Promise<unknown>;
  readonly granted: readonly (string | number)[];
  readonly refused: readonly (string | number)[];
  /** 20001 by default. */
  readonly code?: number;
}

const letters = (count: string | number): string => 'a'.repeat(Number(count));

async function createService({ client }: LocalTwilio, uniqueName: string | number): Promise<unknown> {
  return client.serverless.v1.services.create({ uniqueName: String(uniqueName), friendlyName: 'Example' });
}

async function createEnvironment(
  twilio: LocalTwilio,
  uniqueName: string,
  domainSuffix: string,
): Promise<unknown> {
  const { service } = await aFunction(twilio);
  return service.environments.create({ uniqueName, domainSuffix });
}

async function createVariable(twilio: LocalTwilio, key: string, value: string): Promise<unknown> {
  return (await anEnvironment(twilio)).environment.variables.create({ key, value });
}

/** Rejects like the SDK, which has no uploads. */
async function tryUpload(twilio: LocalTwilio, change: Partial<Upload>): Promise<void> {
  const made = await aFunction(twilio);
  const asset = await made.service.assets.create({ friendlyName: 'Example' });
  const resourceSid = change.kind === 'asset' ? asset.sid : made.functionSid;
  const { status, body } = await upload(twilio, { ...made, resourceSid, ...change });
  if (status !== 201) throw Object.assign(new Error(String(body['message'])), { status, code: body['code'] });
}

function tryAsset(visibility: Visibility): LimitCase['attempt'] {
  return (twilio, bytes) =>
    tryUpload(twilio, { kind: 'asset', visibility, content: new Uint8Array(Number(bytes)) });
}

async function build(twilio: LocalTwilio, runtime: string, handler: string): Promise<unknown> {
  const { service, versionSid } = await aFunctionVersion(twilio);
  const dependencies = JSON.stringify([{ name: '@twilio/runtime-handler', version: handler }]);
  return service.builds.create({ functionVersions: [versionSid], runtime, dependencies });
}

/** A build of many versions, which are put straight into the store: a thousand uploads would take their time. */
function buildOf(kind: ResourceKind, visibility: Visibility): LimitCase['attempt'] {
  return async (twilio, count) => {
    const { service, serviceSid, functionSid } = await aFunction(twilio);
    const stored = twilio.context.store.serverlessServices.get(serviceSid);
    const resource = stored?.resources.function.get(functionSid);
    if (stored === undefined || resource === undefined) throw new Error('The service is not in the store');
    stored.resources[kind].set(functionSid, resource);
    const sids = Array.from({ length: Number(count) }, (_, index) => {
      const sid = twilio.context.ids.sid('ZN');
      const content = Buffer.from('');
      const version = {
        sid,
        resourceSid: functionSid,
        path: `/${index}`,
        visibility,
        content,
        dateCreated: 0,
      };
      resource.versions.set(sid, version);
      return sid;
    });
    return service.builds.create(kind === 'function' ? { functionVersions: sids } : { assetVersions: sids });
  };
}

/** What is left for the last of eight variables after seven that use 452 bytes each. */
const restOfVariables = limits.VARIABLES_BYTES - 7 * (2 + limits.VARIABLE_VALUE_BYTES);

/** Every limit, with values at it and beyond it. */
export const limitCases: Readonly<Record<string, LimitCase>> = {
  'services of an account': {
    attempt: async (twilio, count) => {
      for (let index = 0; index < Number(count); index += 1) await createService(twilio, `s${index}`);
    },
    granted: [limits.SERVICES_PER_ACCOUNT.maximum],
    refused: [limits.SERVICES_PER_ACCOUNT.maximum + 1],
  },
  'environments of a service': {
    attempt: async (twilio, count) => {
      const { service } = await aFunction(twilio);
      for (let index = 0; index < Number(count); index += 1)
        await service.environments.create({ uniqueName: `e${index}`, domainSuffix: `e${index}` });
    },
    granted: [limits.ENVIRONMENTS_PER_SERVICE.maximum],
    refused: [limits.ENVIRONMENTS_PER_SERVICE.maximum + 1],
  },
  'unique name of a service': {
    attempt: createService,
    granted: [letters(limits.SERVICE_NAME_LENGTH), 'Verify-2'],
    refused: [letters(limits.SERVICE_NAME_LENGTH + 1), 'verify_2', 'verify 2', 'é'],
  },
  'friendly name of a function': {
    attempt: async (twilio, length) =>
      (await aFunction(twilio)).service.functions.create({ friendlyName: letters(length) }),
    granted: [limits.FRIENDLY_NAME_LENGTH],
    refused: [limits.FRIENDLY_NAME_LENGTH + 1],
  },
  'unique name of an environment': {
    attempt: (twilio, length) => createEnvironment(twilio, letters(length), 'dev'),
    granted: [limits.ENVIRONMENT_NAME_LENGTH],
    refused: [limits.ENVIRONMENT_NAME_LENGTH + 1],
  },
  'domain suffix': {
    attempt: (twilio, suffix) => createEnvironment(twilio, 'dev-environment', String(suffix)),
    granted: [letters(limits.DOMAIN_SUFFIX_LENGTH), 'Dev-2', ''],
    refused: [letters(limits.DOMAIN_SUFFIX_LENGTH + 1), 'dev_2', 'dev.2'],
  },
  'path of a version': {
    attempt: (twilio, path) => tryUpload(twilio, { path: String(path) }),
    granted: [`/${letters(limits.PATH_LENGTH - 1)}`, 'no/slash', '/otp/request', '/.well-known/a~b@2x.png'],
    refused: [`/${letters(limits.PATH_LENGTH)}`, '/a/../b', '/./a', '/a//b', '/', '/a b', '/a?b', '/a\\b'],
  },
  'visibility of a version': {
    attempt: (twilio, visibility) => tryUpload(twilio, { visibility: String(visibility) }),
    granted: ['public', 'protected', 'private'],
    refused: ['PUBLIC', 'secret', ''],
  },
  'bytes of a public asset': {
    attempt: tryAsset('public'),
    granted: [limits.SERVED_ASSET_BYTES],
    refused: [limits.SERVED_ASSET_BYTES + 1],
  },
  'bytes of a private asset': {
    attempt: tryAsset('private'),
    granted: [limits.PRIVATE_ASSET_BYTES],
    refused: [limits.PRIVATE_ASSET_BYTES + 1],
  },
  'key of a variable': {
    attempt: (twilio, key) => createVariable(twilio, String(key), 'blue'),
    granted: [letters(limits.VARIABLE_KEY_LENGTH), '_COLOUR_2'],
    refused: [letters(limits.VARIABLE_KEY_LENGTH + 1), '2_COLOURS', 'MY-COLOUR', 'MY COLOUR'],
  },
  'bytes of a variable': {
    attempt: (twilio, value) => createVariable(twilio, 'COLOUR', String(value)),
    granted: [letters(limits.VARIABLE_VALUE_BYTES), 'é'.repeat(limits.VARIABLE_VALUE_BYTES / 2)],
    refused: [letters(limits.VARIABLE_VALUE_BYTES + 1), 'é'.repeat(limits.VARIABLE_VALUE_BYTES / 2 + 1)],
  },
  'bytes of all variables': {
    attempt: async (twilio, bytes) => {
      const { environment } = await anEnvironment(twilio);
      const value = 'é'.repeat(limits.VARIABLE_VALUE_BYTES / 2);
      for (let index = 0; index < 7; index += 1)
        await environment.variables.create({ key: `K${index}`, value });
      await environment.variables.create({ key: 'K7', value: letters(Number(bytes) - 2) });
    },
    granted: [restOfVariables],
    refused: [restOfVariables + 1],
  },
  'functions of a build': {
    attempt: buildOf('function', 'public'),
    granted: [limits.FUNCTION_VERSIONS_PER_BUILD.maximum],
    refused: [limits.FUNCTION_VERSIONS_PER_BUILD.maximum + 1, 0],
  },
  'public assets of a build': {
    attempt: buildOf('asset', 'public'),
    granted: [limits.SERVED_ASSET_VERSIONS_PER_BUILD.maximum],
    refused: [limits.SERVED_ASSET_VERSIONS_PER_BUILD.maximum + 1],
  },
  'private assets of a build': {
    attempt: buildOf('asset', 'private'),
    granted: [limits.PRIVATE_ASSET_VERSIONS_PER_BUILD.maximum],
    refused: [limits.PRIVATE_ASSET_VERSIONS_PER_BUILD.maximum + 1],
  },
  'runtime of a build': {
    attempt: (twilio, runtime) => build(twilio, String(runtime), '2.0.1'),
    granted: runtimes,
    refused: ['node18', 'node16', 'deno'],
    code: 82007,
  },
  'handler of a build': {
    attempt: (twilio, version) => build(twilio, 'node22', String(version)),
    granted: handlerVersions,
    refused: ['2.1.0', '2.0.3', '2.0.2', '^2.0.1', '*'],
  },
  'handler of a build for node24': {
    attempt: (twilio, version) => build(twilio, 'node24', String(version)),
    granted: ['2.1.2', '2.0.1', '1.2.0'],
    refused: ['1.1.3', '2.1.0'],
  },
};
