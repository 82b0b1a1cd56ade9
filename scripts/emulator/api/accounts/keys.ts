import type { JsonObject } from '../../../../studio/model/json';
import type { ApiKey } from '../../entities/api-key';
import { type Answer, created, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { rfc2822Date } from '../dates';
import { newestFirst } from '../newest-first';
import { page2010 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { accountPath, ofAccount, ofResource } from './of-account';

const path = `${accountPath}/Keys`;
const keysOf = ({ store }: ApiContext): Map<string, ApiKey> => store.apiKeys;

/** Digits and letters of a secret (https://www.twilio.com/docs/iam/api-keys). */
const SECRET_LENGTH = 32;

/** The Key resource (https://www.twilio.com/docs/iam/api-keys/key-resource-v2010): standard keys; main and restricted ones are not imitated. */
export const keyRoutes: readonly Route[] = [
  { method: 'POST', path: `${path}.json`, handle: ofAccount(createKey) },
  { method: 'GET', path: `${path}.json`, handle: ofAccount(listKeys) },
  {
    method: 'GET',
    path: `${path}/{Sid}.json`,
    handle: ofResource(keysOf, (_request, _context, key) => ok(format(key))),
  },
  { method: 'POST', path: `${path}/{Sid}.json`, handle: ofResource(keysOf, renameKey) },
  { method: 'DELETE', path: `${path}/{Sid}.json`, handle: ofResource(keysOf, deleteKey) },
];

/** The only answer with the secret in it. */
function createKey({ form }: ApiRequest, { store, ids, clock }: ApiContext): Answer {
  const now = clock.now();
  const key: ApiKey = {
    sid: ids.sid('SK'),
    secret: ids.sid('').slice(0, SECRET_LENGTH),
    friendlyName: form.text('FriendlyName'),
    dateCreated: now,
    dateUpdated: now,
  };
  store.apiKeys.set(key.sid, key);
  return created({ ...format(key), secret: key.secret });
}

function listKeys(request: ApiRequest, { store }: ApiContext): Answer {
  return page2010(request, { key: 'keys', items: newestFirst(store.apiKeys), format });
}

function renameKey({ form }: ApiRequest, { clock }: ApiContext, key: ApiKey): Answer {
  key.friendlyName = form.optional('FriendlyName') ?? key.friendlyName;
  key.dateUpdated = clock.now();
  return ok(format(key));
}

function deleteKey(_request: ApiRequest, { store }: ApiContext, key: ApiKey): Answer {
  store.apiKeys.delete(key.sid);
  return noContent();
}

function format({ sid, friendlyName, dateCreated, dateUpdated }: ApiKey): JsonObject {
  return {
    sid,
    friendly_name: friendlyName,
    date_created: rfc2822Date(dateCreated),
    date_updated: rfc2822Date(dateUpdated),
  };
}
