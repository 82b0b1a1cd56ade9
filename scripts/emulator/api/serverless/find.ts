import type { ServerlessBuild } from '../../entities/serverless-build';
import type { ServerlessEnvironment } from '../../entities/serverless-environment';
import type { ResourceKind, ServerlessResource } from '../../entities/serverless-resource';
import type { ServerlessService } from '../../entities/serverless-service';
import type { ServerlessVersion } from '../../entities/serverless-version';
import { type Answer, notFound } from '../answers';
import type { ApiContext } from '../context';
import type { ApiRequest } from '../product';

/** Answers an operation on a resource that exists, or that lies below one that exists. */
export type With<T extends readonly unknown[]> = (
  request: ApiRequest,
  context: ApiContext,
  ...found: T
) => Answer | Promise<Answer>;

/** Finds the service of the path by the segment's name, by SID or unique name, or answers 404. */
export function withService(segment: string, handle: With<[ServerlessService]>): With<[]> {
  return (request, context) => {
    const key = request.param(segment);
    const services = context.store.serverlessServices;
    const service = services.get(key) ?? [...services.values()].find((other) => other.uniqueName === key);
    return service === undefined ? notFound(request) : handle(request, context, service);
  };
}

/** Finds an environment of the service, or answers 404. */
export function withEnvironment(
  segment: string,
  handle: With<[ServerlessEnvironment, ServerlessService]>,
): With<[]> {
  return withService('ServiceSid', (request, context, service) => {
    const environment = service.environments.get(request.param(segment));
    return environment === undefined ? notFound(request) : handle(request, context, environment, service);
  });
}

/** Finds a build of the service, or answers 404. */
export function withBuild(handle: With<[ServerlessBuild, ServerlessService]>): With<[]> {
  return withService('ServiceSid', (request, context, service) => {
    const build = service.builds.get(request.param('Sid'));
    return build === undefined ? notFound(request) : handle(request, context, build, service);
  });
}

/** Finds a function or an asset of the service, or answers 404. */
export function withResource(
  kind: ResourceKind,
  segment: string,
  handle: With<[ServerlessResource, ServerlessService]>,
): With<[]> {
  return withService('ServiceSid', (request, context, service) => {
    const resource = service.resources[kind].get(request.param(segment));
    return resource === undefined ? notFound(request) : handle(request, context, resource, service);
  });
}

/** Finds a version of a function or an asset, or answers 404. */
export function withVersion(
  kind: ResourceKind,
  segment: string,
  handle: With<[ServerlessVersion, ServerlessService]>,
): With<[]> {
  return withResource(kind, segment, (request, context, resource, service) => {
    const version = resource.versions.get(request.param('Sid'));
    return version === undefined ? notFound(request) : handle(request, context, version, service);
  });
}

/** Finds one of the things of an environment (a variable, a deployment, a log), or answers 404. */
export function withPartOf<T>(
  partsOf: (environment: ServerlessEnvironment) => ReadonlyMap<string, T>,
  handle: With<[T, ServerlessEnvironment, ServerlessService]>,
): With<[]> {
  return withEnvironment('EnvironmentSid', (request, context, environment, service) => {
    const part = partsOf(environment).get(request.param('Sid'));
    return part === undefined ? notFound(request) : handle(request, context, part, environment, service);
  });
}
