import type { Twilio } from 'twilio';

import { isJsonObject } from '../../../studio/model/json';
import type { Visibility } from './bundle';
import { orNull } from '../requests/error-status';
import type { HadBuild, HadVersion } from '../have';
import { readManifestPath } from './manifest';

/** What the SDK gives of a build; it leaves the versions untyped. */
interface SdkBuild {
  readonly sid: string;
  readonly functionVersions: unknown;
  readonly assetVersions: unknown;
}

/** A build by its SID; null when it is gone. */
export async function readBuild(client: Twilio, serviceSid: string, sid: string): Promise<HadBuild | null> {
  const build = await orNull(client.serverless.v1.services(serviceSid).builds(sid).fetch());
  return build && toBuild(build);
}

/** A build as we see it; what is in its manifest is not looked up. */
export function toBuild({ sid, functionVersions, assetVersions }: SdkBuild): HadBuild {
  const versions = [...readVersions('function', functionVersions), ...readVersions('asset', assetVersions)];
  const hashes = versions.map(({ path }) => readManifestPath(path));
  return { sid, versions, hashes: {}, bundleHash: hashes.find((hash) => hash !== null) ?? null };
}

/** Keys as on the wire: `sid` is the version's (ZN…), `function_sid` the function's (ZH…). */
function readVersions(kind: HadVersion['kind'], list: unknown): HadVersion[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown) => {
    if (!isJsonObject(each)) return [];
    const { sid, path, [`${kind}_sid`]: resourceSid } = each;
    const visibility = readVisibility(each['visibility']);
    if (typeof sid !== 'string' || typeof path !== 'string' || typeof resourceSid !== 'string') return [];
    return visibility === null ? [] : [{ kind, sid, path, resourceSid, visibility }];
  });
}

/** In capitals inside a build, in lower case elsewhere. */
function readVisibility(value: unknown): Visibility | null {
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  return word === 'public' || word === 'protected' || word === 'private' ? word : null;
}
