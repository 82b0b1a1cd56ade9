import type { SyncDocument, SyncMap, SyncMapItem, SyncService } from '../../entities/sync-service';
import { type Answer, notFound } from '../answers';
import type { ApiContext } from '../context';
import type { ApiRequest } from '../product';
import { newService } from './new-service';
import { findObject, isExpired } from './objects';

/** Answers an operation on a resource that exists, or that lies below one that exists. */
type With<T extends readonly unknown[]> = (request: ApiRequest, context: ApiContext, ...found: T) => Answer;

/** Finds the service of the path by the segment's name, or answers 404. */
export function withService(segment: string, handle: With<[SyncService]>): With<[]> {
  return (request, context) => {
    const service = findService(request.param(segment), context);
    return service === undefined ? notFound(request) : handle(request, context, service);
  };
}

/** Finds a document of the service by its SID or unique name, or answers 404. */
export function withDocument(handle: With<[SyncDocument, SyncService]>): With<[]> {
  return withService('ServiceSid', (request, context, service) => {
    const document = findObject(service.documents, request.param('Sid'), context);
    return document === undefined ? notFound(request) : handle(request, context, document, service);
  });
}

/** Finds a map of the service by its SID or unique name, or answers 404. */
export function withMap(segment: string, handle: With<[SyncMap, SyncService]>): With<[]> {
  return withService('ServiceSid', (request, context, service) => {
    const map = findObject(service.maps, request.param(segment), context);
    return map === undefined ? notFound(request) : handle(request, context, map, service);
  });
}

/** Finds an item of a map by its key, or answers 404. */
export function withItem(handle: With<[SyncMapItem, SyncMap, SyncService]>): With<[]> {
  return withMap('MapSid', (request, context, map, service) => {
    const item = findItem(map, request.param('Key'), context);
    return item === undefined ? notFound(request) : handle(request, context, item, map, service);
  });
}

/** An item by its key; undefined when there is none, or none any more. */
export function findItem(map: SyncMap, key: string, context: ApiContext): SyncMapItem | undefined {
  const item = map.items.get(key);
  if (item === undefined || !isExpired(item, context)) return item;
  map.items.delete(key);
  return undefined;
}

/**
 * A service by its SID. Every account has one that is called `default`, which `Runtime.getSync()` uses
 * (https://www.twilio.com/docs/serverless/functions-assets/client). Not public: when it comes to be; here when it is first
 * asked for.
 */
function findService(key: string, context: ApiContext): SyncService | undefined {
  const { syncServices } = context.store;
  if (key !== 'default') return syncServices.get(key);
  const known = [...syncServices.values()].find((service) => service.uniqueName === 'default');
  if (known !== undefined) return known;
  const service = newService(context, 'default');
  syncServices.set(service.sid, service);
  return service;
}
