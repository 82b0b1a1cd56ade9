import type { Resource } from '../resource';
import { explainFailedBuild } from '../bundle/explain-failed-build';
import { needed } from '../needed';
import { waitForBuild } from '../bundle/wait-for-build';

/** A build of just the wanted bundle; one that another environment runs already does as well. */
export const build: Resource = {
  kind: 'Build',
  name: (want) => want.bundle.hash,
  decide: ({ want, have }) =>
    have.matching === null
      ? { action: 'create', reason: `for ${want.bundle.runtime}` }
      : { action: 'keep', reason: have.matching.sid },
  outputs: ({ have }) => (have.matching === null ? {} : { buildSid: have.matching.sid }),
  apply: async (account, { want, known }) => {
    const service = account.client.serverless.v1.services(needed(known.serverlessServiceSid));
    const versions = needed(known.versions);
    const { runtime, dependencies } = want.bundle;
    const packages = Object.entries(dependencies).map(([name, version]) => ({ name, version }));
    const { sid } = await service.builds.create({
      functionVersions: [...versions.functions],
      assetVersions: [...versions.assets],
      dependencies: JSON.stringify(packages),
      runtime,
    });
    const ending = await waitForBuild(account.wait, async () => {
      const { status } = await service.builds(sid).buildStatus().fetch();
      return status;
    });
    if (ending === 'completed') return { buildSid: sid };
    throw new Error(
      ending === 'failed' ? explainFailedBuild(sid, want.bundle, account.client.region) : tooSlow(sid),
    );
  },
};

function tooSlow(sid: string): string {
  return `build ${sid} is not completed after ten minutes; run it again later`;
}
