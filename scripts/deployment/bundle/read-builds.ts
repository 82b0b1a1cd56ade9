import type { Twilio } from 'twilio';

import type { Bundle } from './bundle';
import type { HadBuild, HadEnvironment, HadResource, Have } from '../have';
import type { FileHashes } from './manifest';
import { readManifest, readManifestPath } from './manifest';
import { readBuild, toBuild } from './read-build';
import type { InstallationPlace } from '../read-installation';
import { friendlyNameOf } from '../resources/functions';

/** The builds of a Serverless service, and what they are made of. */
export type HadBuilds = Pick<Have, 'running' | 'matching' | 'resources'>;

/** Builds that are looked through for one that is just as wanted: the newest, as many as one request gives. */
const BUILDS_LOOKED_AT = 50;

/** Reads the builds: with one request where nothing changed, and a look at the files only where something did. */
export async function readBuilds(
  client: Twilio,
  { serverlessService, environments: [environment] }: InstallationPlace,
  bundle: Bundle,
): Promise<HadBuilds> {
  if (serverlessService === null) return { running: null, matching: null, resources: [] };
  const serviceSid = serverlessService.sid;
  const running = await runningBuild(client, serviceSid, environment);
  if (running?.bundleHash === bundle.hash) return { running, matching: running, resources: [] };
  const matching = await findBuild(client, serviceSid, bundle);
  if (matching !== null) return { running, matching, resources: [] };
  const [hashes, resources] = await Promise.all([
    running === null ? {} : readHashes(client, serviceSid, running),
    isAnythingNew(running, bundle) ? readResources(client, serviceSid) : [],
  ]);
  return { running: running && { ...running, hashes }, matching, resources };
}

async function runningBuild(
  client: Twilio,
  serviceSid: string,
  environment: HadEnvironment | undefined,
): Promise<HadBuild | null> {
  const buildSid = environment?.buildSid ?? null;
  return buildSid === null ? null : readBuild(client, serviceSid, buildSid);
}

/** A build of another environment, or of an earlier time, that holds just the wanted bundle. */
async function findBuild(client: Twilio, serviceSid: string, bundle: Bundle): Promise<HadBuild | null> {
  const { instances } = await client.serverless.v1
    .services(serviceSid)
    .builds.page({ pageSize: BUILDS_LOOKED_AT });
  const completed = instances.filter(({ status }) => status === 'completed').map(toBuild);
  return completed.find(({ bundleHash }) => bundleHash === bundle.hash) ?? null;
}

async function readHashes(client: Twilio, serviceSid: string, build: HadBuild): Promise<FileHashes> {
  const manifest = build.versions.find(({ path }) => readManifestPath(path) !== null);
  if (manifest === undefined) return {};
  const { content } = await client.serverless.v1
    .services(serviceSid)
    .functions(manifest.resourceSid)
    .functionVersions(manifest.sid)
    .functionVersionContent()
    .fetch();
  return readManifest(content);
}

function isAnythingNew(running: HadBuild | null, { files }: Bundle): boolean {
  if (running === null || running.bundleHash === null) return true;
  const names = new Set(running.versions.map((version) => `${version.kind} ${friendlyNameOf(version)}`));
  return files.some((file) => !names.has(`${file.kind} ${friendlyNameOf(file)}`));
}

/** All functions and assets of a service. */
export async function readResources(client: Twilio, serviceSid: string): Promise<HadResource[]> {
  const service = client.serverless.v1.services(serviceSid);
  const [functions, assets] = await Promise.all([service.functions.list(), service.assets.list()]);
  return [
    ...functions.map(({ sid, friendlyName }): HadResource => ({ kind: 'function', sid, friendlyName })),
    ...assets.map(({ sid, friendlyName }): HadResource => ({ kind: 'asset', sid, friendlyName })),
  ];
}
