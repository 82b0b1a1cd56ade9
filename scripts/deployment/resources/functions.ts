import type { Account } from '../account';
import type { BundleFile } from '../bundle/bundle';
import { fileKey } from '../bundle/bundle';
import type { HadResource, HadVersion, Have } from '../have';
import { inParallel } from '../requests/in-parallel';
import { madeName } from '../mark/made-here';
import { MANIFEST_NAME, manifestFile, readManifestPath } from '../bundle/manifest';
import { needOnly } from '../need-only';
import { needed } from '../needed';
import type { Outputs } from '../outputs';
import type { Decision } from '../plan/plan';
import { someNames } from '../plan/some-names';
import type { Resource, Situation } from '../resource';
import { sameName } from '../mark/same-name';
import type { Want } from '../want';

/** Functions of one build (https://www.twilio.com/docs/runtime/functions-assets-api, "Limits"); the manifest is one of them. */
const MOST_FUNCTIONS = 50;

/** Uploads under way at once; with more, Twilio answers 429 (https://github.com/twilio-labs/serverless-toolkit/issues/303). */
const UPLOADS_AT_ONCE = 5;

/** The uploaded functions and assets. Only what changed since the running build is uploaded. */
export const functions: Resource = {
  kind: 'Functions',
  name: (want) => someNames(want.bundle.files.filter(isForOthers).map(({ path }) => path.slice(1))),
  decide,
  outputs: ({ want, have }) =>
    have.matching === null
      ? { functionSids: keptFunctionSids(want, have) }
      : outputsOf(want, have.matching.versions),
  apply: async (account, { want, have, known }) => {
    const serviceSid = needed(known.serverlessServiceSid);
    const versions = await inParallel(UPLOADS_AT_ONCE, wantedFiles(want), async (file) => {
      return keptVersion(have, file) ?? (await upload(account, serviceSid, have, file));
    });
    return outputsOf(want, versions);
  },
};

/** What a build holds: the bundle, and the manifest that describes it. */
function wantedFiles({ bundle }: Want): readonly BundleFile[] {
  return [...bundle.files, manifestFile(bundle)];
}

function decide({ want, have }: Situation): Decision {
  const files = wantedFiles(want);
  const count = files.filter(({ kind }) => kind === 'function').length;
  if (count > MOST_FUNCTIONS) {
    return {
      action: 'blocked',
      reason: `${count} functions, with the manifest; Twilio takes ${MOST_FUNCTIONS}`,
    };
  }
  if (have.matching !== null)
    return { action: 'keep', reason: `build ${have.matching.sid} holds them as they are` };
  const twins = files.map((file) => resourcesOf(have, file)).find((found) => found.length > 1);
  if (twins !== undefined) {
    return { action: 'blocked', reason: `"${twins[0]?.friendlyName ?? ''}": ${sameName(twins)}` };
  }
  const changed = want.bundle.files.filter((file) => keptVersion(have, file) === undefined);
  const paths = changed.map(({ path }) => path).join(', ');
  if (have.running === null) return { action: 'create', reason: `uploads ${paths}` };
  return { action: 'update', reason: changed.length === 0 ? 'fewer than before' : `uploads ${paths}` };
}

/** A version that the running build has of just this file. */
function keptVersion({ running }: Have, file: BundleFile): HadVersion | undefined {
  const key = fileKey(file);
  if (running?.hashes[key] !== file.hash) return undefined;
  return running.versions.find((version) => fileKey(version) === key);
}

async function upload(
  account: Account,
  serviceSid: string,
  have: Have,
  file: BundleFile,
): Promise<HadVersion> {
  const service = account.client.serverless.v1.services(serviceSid);
  const list = file.kind === 'function' ? service.functions : service.assets;
  const resourceSid =
    resourcesOf(have, file)[0]?.sid ?? (await createOnly(list, madeName(friendlyNameOf(file))));
  const sid = await account.upload(file, { serviceSid, resourceSid });
  return { sid, resourceSid, kind: file.kind, path: file.path, visibility: file.visibility };
}

/** What functions and assets have in common. */
interface ResourceList {
  (sid: string): { remove: () => Promise<boolean> };
  readonly create: (resource: { friendlyName: string }) => Promise<{ readonly sid: string }>;
  readonly list: () => Promise<readonly { readonly sid: string; readonly friendlyName: string }[]>;
}

async function createOnly(list: ResourceList, friendlyName: string): Promise<string> {
  const { sid } = await list.create({ friendlyName });
  await needOnly({
    name: friendlyName,
    own: sid,
    list: () => list.list(),
    remove: () => list(sid).remove(),
  });
  return sid;
}

/** The function or asset of a file: that of the running build if it is ours, or else every one that we named so. */
function resourcesOf({ running, resources }: Have, file: BundleFile): readonly HadResource[] {
  const { kind } = file;
  const name = friendlyNameOf(file);
  const ours = running?.bundleHash === null ? [] : (running?.versions ?? []);
  const version = ours.find((each) => each.kind === kind && friendlyNameOf(each) === name);
  const friendlyName = madeName(name);
  if (version !== undefined) return [{ kind, friendlyName, sid: version.resourceSid }];
  return resources.filter((each) => each.kind === kind && each.friendlyName === friendlyName);
}

/** What tells the function or asset that a file is a version of from others of its kind: its path; of all manifests the same. */
export function friendlyNameOf({ path }: Pick<BundleFile, 'path'>): string {
  return readManifestPath(path) === null ? path : MANIFEST_NAME;
}

function keptFunctionSids(want: Want, have: Have): Readonly<Record<string, string>> {
  const known = want.bundle.files
    .filter(({ kind }) => kind === 'function')
    .flatMap((file) => resourcesOf(have, file).map(({ sid }) => [file.path, sid] as const));
  return Object.fromEntries(known);
}

function outputsOf(want: Want, versions: readonly HadVersion[]): Outputs {
  const ofKind = (kind: HadVersion['kind']) => versions.filter((version) => version.kind === kind);
  const paths = new Set(want.bundle.files.map(({ path }) => path));
  return {
    functionSids: Object.fromEntries(
      ofKind('function')
        .filter(({ path }) => paths.has(path))
        .map(({ path, resourceSid }) => [path, resourceSid]),
    ),
    versions: {
      functions: ofKind('function').map(({ sid }) => sid),
      assets: ofKind('asset').map(({ sid }) => sid),
    },
  };
}

/** What somebody can ask for: the manifest is ours alone. */
function isForOthers({ visibility }: BundleFile): boolean {
  return visibility !== 'private';
}
