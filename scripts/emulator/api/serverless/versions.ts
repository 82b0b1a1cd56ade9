import type { ResourceKind } from '../../entities/serverless-resource';
import { ok } from '../answers';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { Route } from '../product';
import { withResource, withVersion } from './find';
import { formatVersion, urlOfVersion } from './format-version';
import { segments } from './segments';

/** Reading the Function Version and the Asset Version resource; they are made at the upload host. */
export function versionRoutes(kind: ResourceKind): readonly Route[] {
  const { collection, sid } = segments[kind];
  const path = `/v1/Services/{ServiceSid}/${collection}/{${sid}}/Versions`;
  return [
    {
      method: 'GET',
      path,
      handle: withResource(kind, sid, (request, context, resource, service) =>
        pageV2(request, {
          key: `${kind}_versions`,
          items: newestFirst(resource.versions),
          format: (version) => formatVersion(kind, version, service, context),
        }),
      ),
    },
    {
      method: 'GET',
      path: `${path}/{Sid}`,
      handle: withVersion(kind, sid, (_request, context, version, service) =>
        ok(formatVersion(kind, version, service, context)),
      ),
    },
  ];
}

/** The code of a function's version (https://www.twilio.com/docs/serverless/api/resource/function-version/content). */
export const contentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/Services/{ServiceSid}/Functions/{FunctionSid}/Versions/{Sid}/Content',
    handle: withVersion('function', 'FunctionSid', (_request, { store }, version, service) =>
      ok({
        sid: version.sid,
        account_sid: store.account.sid,
        service_sid: service.sid,
        function_sid: version.resourceSid,
        content: version.content.toString(),
        url: `${urlOfVersion('function', version, service)}/Content`,
      }),
    ),
  },
];
