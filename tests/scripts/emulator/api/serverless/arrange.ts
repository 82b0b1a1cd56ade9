import type { EnvironmentContext } from 'twilio/lib/rest/serverless/v1/service/environment';
import type { ServiceContext } from 'twilio/lib/rest/serverless/v1/service';
import type { LocalTwilio } from '../../../../support/local-twilio';
import { type Upload, upload } from './upload';

/** A service of one function, as the SDK has it, and what an upload to the function needs. */
export interface Arranged {
  readonly service: ServiceContext;
  readonly serviceSid: string;
  readonly functionSid: string;
  readonly kind: 'function';
  readonly resourceSid: string;
}

/** A service with one function, ready to upload to. */
export async function aFunction({ client }: LocalTwilio): Promise<Arranged> {
  const services = client.serverless.v1.services;
  const made = await services.create({ uniqueName: 'example', friendlyName: 'Example' });
  const service = services(made.sid);
  const { sid } = await service.functions.create({ friendlyName: '/hello' });
  return { service, serviceSid: made.sid, functionSid: sid, kind: 'function', resourceSid: sid };
}

/** A version of a new function in a new service. */
export async function aFunctionVersion(
  twilio: LocalTwilio,
  change: Partial<Upload> = {},
): Promise<Arranged & { readonly versionSid: string }> {
  const made = await aFunction(twilio);
  const { body } = await upload(twilio, { ...made, ...change });
  return { ...made, versionSid: String(body['sid']) };
}

/** A build that is completed, in a new service. */
export async function aBuild(
  twilio: LocalTwilio,
): Promise<Arranged & { readonly versionSid: string; readonly buildSid: string }> {
  const made = await aFunctionVersion(twilio);
  const { sid } = await made.service.builds.create({ functionVersions: [made.versionSid] });
  twilio.clock.advance(2000);
  return { ...made, buildSid: sid };
}

/** An environment of a new service. */
export async function anEnvironment(
  twilio: LocalTwilio,
): Promise<Arranged & { readonly environmentSid: string; readonly environment: EnvironmentContext }> {
  const made = await aFunction(twilio);
  const { sid } = await made.service.environments.create({
    uniqueName: 'dev-environment',
    domainSuffix: 'dev',
  });
  return { ...made, environmentSid: sid, environment: made.service.environments(sid) };
}
