import type { JsonObject } from '../../../../studio/model/json';
import type { ResourceKind } from '../../entities/serverless-resource';
import type { ServerlessService } from '../../entities/serverless-service';
import type { ServerlessVersion } from '../../entities/serverless-version';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { segments } from './segments';

/** A version of a function or an asset as Twilio shows it. */
export function formatVersion(
  kind: ResourceKind,
  version: ServerlessVersion,
  service: ServerlessService,
  context: ApiContext,
): JsonObject {
  const url = urlOfVersion(kind, version, service);
  return {
    ...formatBuiltVersion(kind, version, service, context),
    visibility: version.visibility,
    url,
    // Assets have no content to read.
    ...(kind === 'function' && { links: { function_version_content: `${url}/Content` } }),
  };
}

/** The same inside a build: no addresses, and the visibility in capitals, as Twilio's OpenAPI examples have it. */
export function formatBuiltVersion(
  kind: ResourceKind,
  version: ServerlessVersion,
  service: ServerlessService,
  { store }: ApiContext,
): JsonObject {
  return {
    sid: version.sid,
    account_sid: store.account.sid,
    service_sid: service.sid,
    [`${kind}_sid`]: version.resourceSid,
    path: version.path,
    visibility: version.visibility.toUpperCase(),
    date_created: isoDate(version.dateCreated),
  };
}

/** The address of a version's resource. */
export function urlOfVersion(
  kind: ResourceKind,
  version: ServerlessVersion,
  service: ServerlessService,
): string {
  const { collection } = segments[kind];
  return `https://serverless.twilio.com/v1/Services/${service.sid}/${collection}/${version.resourceSid}/Versions/${version.sid}`;
}
