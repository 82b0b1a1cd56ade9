import type { JsonObject } from '../../../../studio/model/json';
import type { ServerlessService } from '../../entities/serverless-service';
import { type Answer, created, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { conflict, invalid, tooMany } from './errors';
import { withService } from './find';
import { SERVICES_PER_ACCOUNT } from './limits';
import { isFriendlyName, isServiceName } from './validation';

const path = '/v1/Services';

/** The Service resource (https://www.twilio.com/docs/serverless/api/resource/service). */
export const serviceRoutes: readonly Route[] = [
  { method: 'POST', path, required: ['UniqueName', 'FriendlyName'], handle: createService },
  { method: 'GET', path, handle: listServices },
  {
    method: 'GET',
    path: `${path}/{Sid}`,
    handle: withService('Sid', (_request, context, service) => ok(format(service, context))),
  },
  { method: 'POST', path: `${path}/{Sid}`, handle: withService('Sid', updateService) },
  { method: 'DELETE', path: `${path}/{Sid}`, handle: withService('Sid', deleteService) },
];

function createService({ form }: ApiRequest, context: ApiContext): Answer {
  const uniqueName = form.text('UniqueName');
  const problem = problemOf(uniqueName, form.text('FriendlyName'), context);
  if (problem !== null) return problem;
  const now = context.clock.now();
  const service: ServerlessService = {
    sid: context.ids.sid('ZS'),
    uniqueName,
    friendlyName: form.text('FriendlyName'),
    includeCredentials: form.flag('IncludeCredentials') ?? true,
    uiEditable: form.flag('UiEditable') ?? false,
    // "[service unique name]-[random characters]" (https://www.twilio.com/docs/serverless/api). Domains know no case.
    domainBase: `${uniqueName.toLowerCase()}-${context.ids.digits(4)}`,
    environments: new Map(),
    resources: { function: new Map(), asset: new Map() },
    builds: new Map(),
    dateCreated: now,
    dateUpdated: now,
  };
  context.store.serverlessServices.set(service.sid, service);
  return created(format(service, context));
}

function problemOf(uniqueName: string, friendlyName: string, { store }: ApiContext): Answer | null {
  const services = [...store.serverlessServices.values()];
  if (!isServiceName(uniqueName))
    return invalid('UniqueName can only have letters, numbers and dashes, and at most 50 of them');
  if (!isFriendlyName(friendlyName)) return invalid('FriendlyName is longer than 255 characters');
  // Not public: the wording; that of environments is.
  if (services.some((service) => service.uniqueName === uniqueName))
    return conflict('Service with this UniqueName already exists.');
  return services.length >= SERVICES_PER_ACCOUNT.maximum ? tooMany(SERVICES_PER_ACCOUNT) : null;
}

function listServices(request: ApiRequest, context: ApiContext): Answer {
  const items = newestFirst(context.store.serverlessServices);
  return pageV2(request, { key: 'services', items, format: (service) => format(service, context) });
}

async function updateService(
  { form }: ApiRequest,
  context: ApiContext,
  service: ServerlessService,
): Promise<Answer> {
  const friendlyName = form.optional('FriendlyName') ?? service.friendlyName;
  if (!isFriendlyName(friendlyName)) return invalid('FriendlyName is longer than 255 characters');
  const includeCredentials = form.flag('IncludeCredentials') ?? service.includeCredentials;
  const hasNewContext = includeCredentials !== service.includeCredentials;
  const uiEditable = form.flag('UiEditable') ?? service.uiEditable;
  Object.assign(service, { friendlyName, includeCredentials, uiEditable, dateUpdated: context.clock.now() });
  if (hasNewContext)
    for (const environment of service.environments.values())
      await context.serverless?.apply(service, environment);
  return ok(format(service, context));
}

async function deleteService(
  _request: ApiRequest,
  context: ApiContext,
  service: ServerlessService,
): Promise<Answer> {
  context.store.serverlessServices.delete(service.sid);
  for (const environment of service.environments.values()) await context.serverless?.takeDown(environment);
  return noContent();
}

function format(service: ServerlessService, { store }: ApiContext): JsonObject {
  const url = `https://serverless.twilio.com/v1/Services/${service.sid}`;
  return {
    sid: service.sid,
    account_sid: store.account.sid,
    friendly_name: service.friendlyName,
    unique_name: service.uniqueName,
    include_credentials: service.includeCredentials,
    ui_editable: service.uiEditable,
    domain_base: service.domainBase,
    date_created: isoDate(service.dateCreated),
    date_updated: isoDate(service.dateUpdated),
    url,
    links: {
      environments: `${url}/Environments`,
      functions: `${url}/Functions`,
      assets: `${url}/Assets`,
      builds: `${url}/Builds`,
    },
  };
}
