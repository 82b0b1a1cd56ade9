import type { JsonObject } from '../../../../studio/model/json';
import type { ResourceKind, ServerlessResource } from '../../entities/serverless-resource';
import type { ServerlessService } from '../../entities/serverless-service';
import { created, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { Route } from '../product';
import { invalid } from './errors';
import { type With, withResource, withService } from './find';
import { segments } from './segments';
import { isFriendlyName } from './validation';

/**
 * The Function and the Asset resource (https://www.twilio.com/docs/serverless/api/resource/function, …/asset). Friendly
 * names need not be unique: the toolkit makes duplicates when a list is cut short.
 */
export function resourceRoutes(kind: ResourceKind): readonly Route[] {
  const path = `/v1/Services/{ServiceSid}/${segments[kind].collection}`;
  const required = ['FriendlyName'];
  return [
    { method: 'POST', path, required, handle: withService('ServiceSid', create(kind)) },
    { method: 'GET', path, handle: withService('ServiceSid', list(kind)) },
    {
      method: 'GET',
      path: `${path}/{Sid}`,
      handle: withResource(kind, 'Sid', (_request, context, resource, service) =>
        ok(format(kind, resource, service, context)),
      ),
    },
    { method: 'POST', path: `${path}/{Sid}`, required, handle: withResource(kind, 'Sid', update(kind)) },
    { method: 'DELETE', path: `${path}/{Sid}`, handle: withResource(kind, 'Sid', remove(kind)) },
  ];
}

function create(kind: ResourceKind): With<[ServerlessService]> {
  return ({ form }, context, service) => {
    const friendlyName = form.text('FriendlyName');
    if (!isFriendlyName(friendlyName)) return invalid('FriendlyName is longer than 255 characters');
    const now = context.clock.now();
    const resource: ServerlessResource = {
      sid: context.ids.sid('ZH'),
      friendlyName,
      versions: new Map(),
      dateCreated: now,
      dateUpdated: now,
    };
    service.resources[kind].set(resource.sid, resource);
    return created(format(kind, resource, service, context));
  };
}

function list(kind: ResourceKind): With<[ServerlessService]> {
  return (request, context, service) =>
    pageV2(request, {
      key: `${kind}s`,
      items: newestFirst(service.resources[kind]),
      format: (resource) => format(kind, resource, service, context),
    });
}

function update(kind: ResourceKind): With<[ServerlessResource, ServerlessService]> {
  return ({ form }, context, resource, service) => {
    const friendlyName = form.text('FriendlyName');
    if (!isFriendlyName(friendlyName)) return invalid('FriendlyName is longer than 255 characters');
    Object.assign(resource, { friendlyName, dateUpdated: context.clock.now() });
    return ok(format(kind, resource, service, context));
  };
}

/** What is deployed stays deployed. Not public: whether Twilio refuses to delete what a build still holds. */
function remove(kind: ResourceKind): With<[ServerlessResource, ServerlessService]> {
  return (_request, _context, resource, service) => {
    service.resources[kind].delete(resource.sid);
    return noContent();
  };
}

function format(
  kind: ResourceKind,
  resource: ServerlessResource,
  service: ServerlessService,
  { store }: ApiContext,
): JsonObject {
  const { collection } = segments[kind];
  const url = `https://serverless.twilio.com/v1/Services/${service.sid}/${collection}/${resource.sid}`;
  return {
    sid: resource.sid,
    account_sid: store.account.sid,
    service_sid: service.sid,
    friendly_name: resource.friendlyName,
    date_created: isoDate(resource.dateCreated),
    date_updated: isoDate(resource.dateUpdated),
    url,
    links: { [`${kind}_versions`]: `${url}/Versions` },
  };
}
