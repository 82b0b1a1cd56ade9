import type { JsonObject } from '../../../../studio/model/json';
import type { SyncService } from '../../entities/sync-service';
import { type Answer, created, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { Parameters } from '../parameters';
import type { ApiRequest, Route } from '../product';
import { invalidParameter } from './errors';
import { withService } from './find';
import { PAGE_SIZE } from './limits';
import { newService } from './new-service';

const path = '/v1/Services';

/** The Service resource (https://www.twilio.com/docs/sync/api/service). Nothing calls its webhook. */
export const serviceRoutes: readonly Route[] = [
  { method: 'POST', path, handle: createService },
  { method: 'GET', path, handle: listServices },
  {
    method: 'GET',
    path: `${path}/{Sid}`,
    handle: withService('Sid', (_request, context, service) => ok(format(service, context))),
  },
  { method: 'POST', path: `${path}/{Sid}`, handle: withService('Sid', updateService) },
  { method: 'DELETE', path: `${path}/{Sid}`, handle: withService('Sid', deleteService) },
];

type Settings = Pick<
  SyncService,
  | 'friendlyName'
  | 'webhookUrl'
  | 'webhooksFromRestEnabled'
  | 'reachabilityWebhooksEnabled'
  | 'aclEnabled'
  | 'reachabilityDebouncingEnabled'
  | 'reachabilityDebouncingWindow'
>;

function createService({ form }: ApiRequest, context: ApiContext): Answer {
  const service = newService(context, null);
  const settings = read(form, service);
  if (!isWindow(settings)) return invalidParameter('ReachabilityDebouncingWindow');
  Object.assign(service, settings);
  context.store.syncServices.set(service.sid, service);
  return created(format(service, context));
}

function listServices(request: ApiRequest, context: ApiContext): Answer {
  return pageV2(request, {
    key: 'services',
    items: newestFirst(context.store.syncServices),
    format: (service) => format(service, context),
    maximumPageSize: PAGE_SIZE,
  });
}

function updateService({ form }: ApiRequest, context: ApiContext, service: SyncService): Answer {
  const settings = read(form, service);
  if (!isWindow(settings)) return invalidParameter('ReachabilityDebouncingWindow');
  Object.assign(service, settings, { dateUpdated: context.clock.now() });
  return ok(format(service, context));
}

function deleteService(_request: ApiRequest, context: ApiContext, service: SyncService): Answer {
  context.store.syncServices.delete(service.sid);
  return noContent();
}

function read(form: Parameters, now: Settings): Settings {
  return {
    friendlyName: form.optional('FriendlyName') ?? now.friendlyName,
    webhookUrl: form.optional('WebhookUrl') ?? now.webhookUrl,
    webhooksFromRestEnabled: form.flag('WebhooksFromRestEnabled') ?? now.webhooksFromRestEnabled,
    reachabilityWebhooksEnabled: form.flag('ReachabilityWebhooksEnabled') ?? now.reachabilityWebhooksEnabled,
    aclEnabled: form.flag('AclEnabled') ?? now.aclEnabled,
    reachabilityDebouncingEnabled:
      form.flag('ReachabilityDebouncingEnabled') ?? now.reachabilityDebouncingEnabled,
    reachabilityDebouncingWindow:
      form.integer('ReachabilityDebouncingWindow') ?? now.reachabilityDebouncingWindow,
  };
}

/** 1 to 30 seconds (https://www.twilio.com/docs/sync/api/service). */
function isWindow({ reachabilityDebouncingWindow: milliseconds }: Settings): boolean {
  return milliseconds >= 1000 && milliseconds <= 30_000;
}

function format(service: SyncService, { store }: ApiContext): JsonObject {
  const url = `https://sync.twilio.com/v1/Services/${service.sid}`;
  return {
    sid: service.sid,
    unique_name: service.uniqueName,
    account_sid: store.account.sid,
    friendly_name: service.friendlyName,
    webhook_url: service.webhookUrl,
    webhooks_from_rest_enabled: service.webhooksFromRestEnabled,
    reachability_webhooks_enabled: service.reachabilityWebhooksEnabled,
    acl_enabled: service.aclEnabled,
    reachability_debouncing_enabled: service.reachabilityDebouncingEnabled,
    reachability_debouncing_window: service.reachabilityDebouncingWindow,
    date_created: isoDate(service.dateCreated),
    date_updated: isoDate(service.dateUpdated),
    url,
    links: {
      documents: `${url}/Documents`,
      lists: `${url}/Lists`,
      maps: `${url}/Maps`,
      streams: `${url}/Streams`,
    },
  };
}
