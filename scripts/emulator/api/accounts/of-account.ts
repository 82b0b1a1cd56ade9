import type { JsonObject } from '../../../../studio/model/json';
import { type Answer, notFound } from '../answers';
import type { ApiContext } from '../context';
import type { ApiRequest } from '../product';

/** Where the account's resources are. */
export const accountPath = '/2010-04-01/Accounts/{AccountSid}';

type Answerer = (request: ApiRequest, context: ApiContext) => Answer;

/** Answers for the one account there is; another one in the path is not found. */
export function ofAccount(handle: Answerer): Answerer {
  return (request: ApiRequest, context: ApiContext): Answer =>
    request.param('AccountSid') === context.store.account.sid ? handle(request, context) : notFound(request);
}

/** Answers for one of the account's resources, found by the `{Sid}` of the path, or 404. */
export function ofResource<T>(
  resources: (context: ApiContext) => ReadonlyMap<string, T>,
  handle: (request: ApiRequest, context: ApiContext, resource: T) => Answer,
): Answerer {
  return ofAccount((request, context) => {
    const resource = resources(context).get(request.param('Sid'));
    return resource === undefined ? notFound(request) : handle(request, context, resource);
  });
}

/** The address of a resource as the 2010 API writes it: relative to the host, with its suffix. */
export function uriOf(context: ApiContext, resource: string): string {
  return `/2010-04-01/Accounts/${context.store.account.sid}${resource}.json`;
}

/** The addresses below a resource, by name: `{ media: '…/Media.json' }`. */
export function subresourceUris(
  context: ApiContext,
  resource: string,
  names: Readonly<Record<string, string>>,
): JsonObject {
  return Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, uriOf(context, `${resource}/${name}`)]),
  );
}
