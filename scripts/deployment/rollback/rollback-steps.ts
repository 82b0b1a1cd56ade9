import type { Account } from '../account';
import type { HadFlow } from '../have';
import { needed } from '../needed';
import type { Outputs } from '../outputs';
import type { PlannedStep } from '../plan/plan';
import { publishFlow, type PublishedFlow } from '../publish-flow';
import { needRunning } from '../need-running';
import { restoreNumber } from './rollback-number';
import type { RollbackSituation } from './rollback-plan';
import type { ReleasedFlow } from './rollback-releases';
import type { WantedFlow } from '../want';

/** What the steps of a rollback work on. */
export interface RollbackApplication {
  readonly account: Account;
  readonly situation: RollbackSituation;
  /** What the release is wired with; the subflow's revision is known once it is published. */
  readonly known: Outputs;
}

/** Carries out one step; answers what later ones have to know. Throws what the SDK throws, and `AccountChangedError`. */
export async function applyRollbackStep(
  application: RollbackApplication,
  { kind, name }: PlannedStep,
): Promise<Outputs> {
  switch (kind) {
    case 'Verify subflow':
      return { verifySubflowRevision: (await publishSubflow(application)).revision };
    case 'Parent flow':
      await publishParent(application);
      return {};
    case 'Deployment':
      await deployBuild(application);
      return {};
    case 'Phone number':
      await restore(application, name);
      return {};
    default:
      throw new Error(`A rollback has nothing to do with "${kind}"`);
  }
}

function publishSubflow({ account, situation, known }: RollbackApplication): Promise<PublishedFlow> {
  const { deployed, release } = situation;
  return publishFlow(account, {
    wanted: wantedOf(release.verifySubflow, deployed.verifySubflow),
    had: deployed.verifySubflow,
    known,
    alsoValid: [wantedOf(release.parentFlow, deployed.parentFlow)],
    buildSid: release.buildSid,
  });
}

function publishParent({ account, situation, known }: RollbackApplication): Promise<PublishedFlow> {
  const { deployed, release } = situation;
  return publishFlow(account, {
    wanted: wantedOf(release.parentFlow, deployed.parentFlow),
    had: deployed.parentFlow,
    known,
    alsoValid: [],
    buildSid: release.buildSid,
  });
}

async function deployBuild({ account, situation, known }: RollbackApplication): Promise<void> {
  await needRunning(account, known, situation.deployed.environment.buildSid);
  await account.client.serverless.v1
    .services(needed(known.serverlessServiceSid))
    .environments(needed(known.environment).sid)
    .deployments.create({ buildSid: situation.release.buildSid });
}

async function restore({ account, situation, known }: RollbackApplication, name: string): Promise<void> {
  const number = situation.numbers?.find((each) => each.number?.phoneNumber === name);
  await restoreNumber(account, needed(number), known, situation.deployed.parentFlow.webhookUrl);
}

function wantedOf({ name, version, contentHash, definition }: ReleasedFlow, had: HadFlow): WantedFlow {
  return { name, version, contentHash, definition, friendlyName: had.friendlyName, sid: had.sid };
}
