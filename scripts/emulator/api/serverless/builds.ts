import type { JsonObject } from '../../../../studio/model/json';
import type { ServerlessBuild } from '../../entities/serverless-build';
import type { ServerlessService } from '../../entities/serverless-service';
import { type Answer, created, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { findContents } from './build-contents';
import { readDependencies } from './dependencies';
import { conflict, invalidDependencies, unsupportedRuntime } from './errors';
import { withBuild, withService } from './find';
import { formatBuiltVersion } from './format-version';
import { runBuild } from './run-build';
import { runtimeFor, runtimes } from './runtimes';

const path = '/v1/Services/{ServiceSid}/Builds';

/** The Build and the Build Status resource (https://www.twilio.com/docs/serverless/api/resource/build). */
export const buildRoutes: readonly Route[] = [
  { method: 'POST', path, handle: withService('ServiceSid', createBuild) },
  { method: 'GET', path, handle: withService('ServiceSid', listBuilds) },
  {
    method: 'GET',
    path: `${path}/{Sid}`,
    handle: withBuild((_request, context, build, service) => ok(format(build, service, context))),
  },
  { method: 'DELETE', path: `${path}/{Sid}`, handle: withBuild(deleteBuild) },
  { method: 'GET', path: `${path}/{Sid}/Status`, handle: withBuild(fetchStatus) },
];

/** What cannot be built is refused at once; only what the build itself finds out makes it fail. */
function createBuild({ form }: ApiRequest, context: ApiContext, service: ServerlessService): Answer {
  const found = findContents(form, service);
  if (found.kind === 'refused') return found.answer;
  const runtime = runtimeFor(form.text('Runtime'), service);
  if (!runtimes.includes(runtime)) return unsupportedRuntime(runtime);
  const read = readDependencies(form.optional('Dependencies'), runtime);
  if (read.kind === 'invalid') return invalidDependencies(read.detail);
  const now = context.clock.now();
  const build: ServerlessBuild = {
    ...found.contents,
    sid: context.ids.sid('ZB'),
    status: 'building',
    failure: null,
    dependencies: read.dependencies,
    runtime,
    dateCreated: now,
    dateUpdated: now,
  };
  service.builds.set(build.sid, build);
  runBuild(build, context);
  return created(format(build, service, context));
}

function listBuilds(request: ApiRequest, context: ApiContext, service: ServerlessService): Answer {
  const items = newestFirst(service.builds);
  return pageV2(request, { key: 'builds', items, format: (build) => format(build, service, context) });
}

/** Not public: that what runs cannot be deleted, and how Twilio says so. */
function deleteBuild(
  _request: ApiRequest,
  _context: ApiContext,
  build: ServerlessBuild,
  service: ServerlessService,
): Answer {
  const users = [...service.environments.values()].filter(({ buildSid }) => buildSid === build.sid);
  if (users.length > 0) return conflict('Build is deployed to an Environment.');
  service.builds.delete(build.sid);
  return noContent();
}

/** Twilio does not say here why a build failed (https://www.twilio.com/docs/serverless/api/resource/build/build-status). */
function fetchStatus(
  _request: ApiRequest,
  { store }: ApiContext,
  build: ServerlessBuild,
  service: ServerlessService,
): Answer {
  return ok({
    sid: build.sid,
    account_sid: store.account.sid,
    service_sid: service.sid,
    status: build.status,
    url: `${urlOf(build, service)}/Status`,
  });
}

function format(build: ServerlessBuild, service: ServerlessService, context: ApiContext): JsonObject {
  const url = urlOf(build, service);
  return {
    sid: build.sid,
    account_sid: context.store.account.sid,
    service_sid: service.sid,
    status: build.status,
    function_versions: build.functionVersions.map((version) =>
      formatBuiltVersion('function', version, service, context),
    ),
    asset_versions: build.assetVersions.map((version) =>
      formatBuiltVersion('asset', version, service, context),
    ),
    dependencies: build.dependencies.map(({ name, version }) => ({ name, version })),
    runtime: build.runtime,
    date_created: isoDate(build.dateCreated),
    date_updated: isoDate(build.dateUpdated),
    url,
    links: { build_status: `${url}/Status` },
  };
}

function urlOf(build: ServerlessBuild, service: ServerlessService): string {
  return `https://serverless.twilio.com/v1/Services/${service.sid}/Builds/${build.sid}`;
}
