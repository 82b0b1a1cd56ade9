import type { JsonObject } from '../../../../studio/model/json';
import type { ServerlessEnvironment } from '../../entities/serverless-environment';
import type { ServerlessService } from '../../entities/serverless-service';
import { type Answer, created, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { conflict, invalid, tooMany } from './errors';
import { withEnvironment, withService } from './find';
import { ENVIRONMENTS_PER_SERVICE } from './limits';
import { isDomainSuffix, isEnvironmentName } from './validation';

const path = '/v1/Services/{ServiceSid}/Environments';

/** The Environment resource (https://www.twilio.com/docs/serverless/api/resource/environment). */
export const environmentRoutes: readonly Route[] = [
  { method: 'POST', path, required: ['UniqueName'], handle: withService('ServiceSid', createEnvironment) },
  { method: 'GET', path, handle: withService('ServiceSid', listEnvironments) },
  {
    method: 'GET',
    path: `${path}/{Sid}`,
    handle: withEnvironment('Sid', (_request, context, environment, service) =>
      ok(format(environment, service, context)),
    ),
  },
  { method: 'DELETE', path: `${path}/{Sid}`, handle: withEnvironment('Sid', deleteEnvironment) },
];

function createEnvironment({ form }: ApiRequest, context: ApiContext, service: ServerlessService): Answer {
  const uniqueName = form.text('UniqueName');
  const domainSuffix = form.text('DomainSuffix') || null;
  const problem = problemOf({ uniqueName, domainSuffix }, service);
  if (problem !== null) return problem;
  const now = context.clock.now();
  const environment: ServerlessEnvironment = {
    sid: context.ids.sid('ZE'),
    uniqueName,
    domainSuffix,
    domainName: domainNameOf(service, domainSuffix),
    buildSid: null,
    variables: new Map(),
    deployments: new Map(),
    logs: new Map(),
    dateCreated: now,
    dateUpdated: now,
  };
  service.environments.set(environment.sid, environment);
  return created(format(environment, service, context));
}

function problemOf(
  { uniqueName, domainSuffix }: Pick<ServerlessEnvironment, 'uniqueName' | 'domainSuffix'>,
  service: ServerlessService,
): Answer | null {
  const others = [...service.environments.values()];
  if (!isEnvironmentName(uniqueName)) return invalid('UniqueName is longer than 100 characters');
  if (domainSuffix !== null && !isDomainSuffix(domainSuffix))
    return invalid('DomainSuffix can only have letters, numbers and dashes, and at most 16 of them');
  if (others.some((other) => other.uniqueName === uniqueName || other.domainSuffix === domainSuffix))
    // Twilio's wording: https://github.com/RJPearson94/terraform-provider-twilio/issues/78
    return conflict('Environment with this UniqueName or DomainSuffix already exists.');
  return others.length >= ENVIRONMENTS_PER_SERVICE.maximum ? tooMany(ENVIRONMENTS_PER_SERVICE) : null;
}

/** `thanos-3432-dev.twil.io`, and `thanos-3432.twil.io` without a suffix (https://www.twilio.com/docs/serverless/api). */
function domainNameOf({ domainBase }: ServerlessService, suffix: string | null): string {
  return suffix === null ? `${domainBase}.twil.io` : `${domainBase}-${suffix.toLowerCase()}.twil.io`;
}

function listEnvironments(request: ApiRequest, context: ApiContext, service: ServerlessService): Answer {
  const items = newestFirst(service.environments);
  return pageV2(request, {
    key: 'environments',
    items,
    format: (environment) => format(environment, service, context),
  });
}

async function deleteEnvironment(
  _request: ApiRequest,
  context: ApiContext,
  environment: ServerlessEnvironment,
  service: ServerlessService,
): Promise<Answer> {
  service.environments.delete(environment.sid);
  await context.serverless?.takeDown(environment);
  return noContent();
}

function format(
  environment: ServerlessEnvironment,
  service: ServerlessService,
  { store }: ApiContext,
): JsonObject {
  const url = `https://serverless.twilio.com/v1/Services/${service.sid}/Environments/${environment.sid}`;
  return {
    sid: environment.sid,
    account_sid: store.account.sid,
    service_sid: service.sid,
    build_sid: environment.buildSid,
    unique_name: environment.uniqueName,
    domain_suffix: environment.domainSuffix,
    domain_name: environment.domainName,
    date_created: isoDate(environment.dateCreated),
    date_updated: isoDate(environment.dateUpdated),
    url,
    links: { variables: `${url}/Variables`, deployments: `${url}/Deployments`, logs: `${url}/Logs` },
  };
}
