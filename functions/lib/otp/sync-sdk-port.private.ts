import type { TwilioClient } from '@twilio-labs/serverless-runtime-types/types';

import { sdkReply } from '../sdk-reply.private';
import type { SyncDocument, SyncPort } from './sync-port.private';

/** Sync by way of Twilio's SDK. */
export function syncSdkPort(client: TwilioClient, serviceSid: string): SyncPort {
  const service = client.sync.v1.services(serviceSid);
  return {
    fetch: (name) => sdkReply(async () => toDocument(await service.documents(name).fetch())),
    create: (uniqueName, data, ttl) =>
      sdkReply(async () => toDocument(await service.documents.create({ uniqueName, data, ttl }))),
    update: (name, { data, revision, ttlSeconds }) =>
      sdkReply(async () => {
        const ttl = ttlSeconds === undefined ? {} : { ttl: ttlSeconds };
        return toDocument(await service.documents(name).update({ data, ifMatch: revision, ...ttl }));
      }),
  };
}

function toDocument({ data, revision }: { readonly data: unknown; readonly revision: string }): SyncDocument {
  return { data, revision };
}
