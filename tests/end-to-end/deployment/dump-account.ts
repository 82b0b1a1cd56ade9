import { hashOf } from '../../../scripts/deployment/bundle/manifest';
import type { FlowRevisionRecord } from '../../../scripts/emulator/entities/flow';
import type { ServerlessEnvironment } from '../../../scripts/emulator/entities/serverless-environment';
import type { ServerlessService } from '../../../scripts/emulator/entities/serverless-service';
import type { VerifyService } from '../../../scripts/emulator/entities/verify-service';
import type { Store } from '../../../scripts/emulator/store';

/**
 * All that matters of an account, as JSON that is the same wherever the same was deployed: names in the place of SIDs, no
 * dates, no revision numbers. Left out is what Twilio keeps and nobody uses: older revisions, builds and versions.
 */
export function dumpAccount(store: Store): string {
  const dump = {
    verifyServices: [...store.verifyServices.values()].map(dumpVerifyService).sort(byText),
    syncServices: [...store.syncServices.values()]
      .map(({ friendlyName, aclEnabled }) => ({ friendlyName, aclEnabled }))
      .sort(byText),
    serverlessServices: [...store.serverlessServices.values()].map(dumpService).sort(byText),
    flows: newestRevisions(store)
      .map(({ friendlyName, status, definition, commitMessage }) => ({
        ...{ friendlyName, status, definition: withoutPin(definition) },
        commitMessage: commitMessage?.replace(/ ZB[0-9a-f]{32}$/, ''),
      }))
      .sort(byText),
    numbers: [...store.phoneNumbers.values()].map(({ phoneNumber, voiceUrl, voiceMethod }) => ({
      ...{ phoneNumber, voiceUrl, voiceMethod },
    })),
  };
  return namesForSids(store)(JSON.stringify(dump, null, 1));
}

function newestRevisions(store: Store): FlowRevisionRecord[] {
  return [...store.flows.values()].flatMap(({ revisions }) => revisions.at(-1) ?? []);
}

/** The revision that a parent pins is another after each publication; that it is the right one is checked elsewhere. */
function withoutPin(definition: FlowRevisionRecord['definition']): unknown {
  return JSON.parse(JSON.stringify(definition), (key, value: unknown) =>
    key === 'flow_revision' ? 'pinned' : value,
  );
}

function dumpVerifyService(service: VerifyService) {
  const { friendlyName, codeLength, doNotShareWarningEnabled, rateLimits } = service;
  return {
    ...{ friendlyName, codeLength, doNotShareWarningEnabled },
    rateLimits: [...rateLimits.values()].map(({ uniqueName, buckets }) => ({
      uniqueName,
      buckets: [...buckets.values()].map(({ max, interval }) => ({ max, interval })),
    })),
  };
}

function dumpService(service: ServerlessService) {
  const { uniqueName, friendlyName, includeCredentials, environments, resources } = service;
  const names = (kind: 'function' | 'asset') =>
    [...resources[kind].values()].map((resource) => resource.friendlyName).sort();
  return {
    ...{ uniqueName, friendlyName, includeCredentials },
    functions: names('function'),
    assets: names('asset'),
    environments: [...environments.values()].map((each) => dumpEnvironment(service, each)),
  };
}

function dumpEnvironment(service: ServerlessService, environment: ServerlessEnvironment) {
  const { uniqueName, domainSuffix, buildSid, variables } = environment;
  const build = service.builds.get(buildSid ?? '');
  const versions = [...(build?.functionVersions ?? []), ...(build?.assetVersions ?? [])];
  return {
    ...{ uniqueName, domainSuffix },
    runs: versions
      .map(({ path, visibility, content }) => ({ path, visibility, content: hashOf(content) }))
      .sort(byText),
    variables: [...variables.values()].map(({ key, value }) => ({ key, value })).sort(byText),
  };
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** Replaces SIDs and domains in a text by what they are the name of. */
function namesForSids(store: Store): (text: string) => string {
  const services = [...store.serverlessServices.values()];
  const pairs: (readonly [string, string])[] = [
    ...[...store.flows.values()].map(
      ({ sid, revisions }) => [sid, `(${revisions.at(-1)?.friendlyName ?? ''})`] as const,
    ),
    ...[...store.verifyServices.values()].map((each) => [each.sid, `(${each.friendlyName})`] as const),
    ...[...store.syncServices.values()].map((each) => [each.sid, `(${each.friendlyName ?? ''})`] as const),
    ...services.map((each) => [each.sid, `(${each.uniqueName})`] as const),
    ...services
      .flatMap((each) => [...each.environments.values()])
      .flatMap((each) => [
        [each.sid, `(${each.uniqueName})`] as const,
        [each.domainName, `(domain of ${each.uniqueName})`] as const,
      ]),
    ...services
      .flatMap((each) => [...each.resources.function.values()])
      .map((each) => [each.sid, `(${each.friendlyName})`] as const),
  ];
  return (text) => pairs.reduce((named, [sid, name]) => named.replaceAll(sid, name), text);
}
