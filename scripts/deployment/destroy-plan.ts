import { isBlocked, type Decision, type Plan, type PlannedStep, type ResourceKind } from './plan';
import type {
  HadEnvironment,
  HadFlow,
  HadPhoneNumber,
  HadServerlessService,
  HadSyncService,
  HadVerifyService,
} from './have';
import type { ExplicitSids } from './want-names';
import type { RestoredSettings } from './restore-variable';
import { withoutSecrets } from './without-secrets';

/** A flow that could be ours. */
export interface FoundFlow extends Pick<HadFlow, 'sid' | 'friendlyName' | 'webhookUrl'> {
  /** Whether any of its revisions was published by this project. */
  readonly isOurs: boolean;
}

/** A number that leads to the parent flow, and what it led to before. */
export interface FoundNumber {
  readonly number: HadPhoneNumber;
  readonly settings: RestoredSettings;
}

/** What an account holds of one installation. Plain data. */
export interface Found {
  readonly environmentName: string;
  readonly sids: ExplicitSids;
  readonly numbers: readonly FoundNumber[];
  readonly parentFlows: readonly FoundFlow[];
  readonly verifySubflows: readonly FoundFlow[];
  readonly environment: HadEnvironment | null;
  /** Whether what it runs, if anything, is a build of this project. */
  readonly isBuildOurs: boolean;
  /** The Verify service that the environment's functions use. */
  readonly verifyService: Pick<HadVerifyService, 'sid' | 'friendlyName'> | null;
  /** The name that we give to a Verify service of this installation. */
  readonly verifyFriendlyName: string;
  /** The Sync service that the environment's functions use. */
  readonly syncService: Pick<HadSyncService, 'sid' | 'friendlyName'> | null;
  /** The name that we give to a Sync service of this installation. */
  readonly syncFriendlyName: string;
  readonly serverlessService: HadServerlessService | null;
  /** Whether the service has environments beside this one. */
  readonly hasOtherEnvironments: boolean;
}

/** One thing that goes. */
export interface DestroyStep extends PlannedStep {
  /** Of the thing itself; null where there is none. */
  readonly sid: string | null;
}

/** What destroying an installation would do, in the order in which it is done. */
export interface DestroyPlan extends Plan {
  readonly steps: readonly DestroyStep[];
}

/** What goes and what stays, each with its reason. Pure. What this project did not make stays; numbers always do. */
export function makeDestroyPlan(found: Found): DestroyPlan {
  const steps = [
    ...found.numbers.map(numberStep),
    ...flowSteps('Parent flow', found.parentFlows, found.sids.parentFlow),
    ...flowSteps('Verify subflow', found.verifySubflows, found.sids.verifySubflow),
    ...syncServiceStep(found),
    ...environmentStep(found),
    ...verifyServiceStep(found),
  ];
  return { steps: [...steps, ...serverlessServiceStep(found, steps)] };
}

/** Whether a plan leaves everything as it is. */
export function isNothingToDestroy(plan: DestroyPlan): boolean {
  return !isBlocked(plan) && plan.steps.every(({ action }) => action === 'keep');
}

const GOES: Decision = { action: 'delete', reason: 'this project made it' };

function numberStep({ number, settings }: FoundNumber): DestroyStep {
  const target = settings.voiceApplicationSid || settings.voiceUrl || 'nothing';
  return {
    kind: 'Phone number',
    name: number.phoneNumber,
    sid: number.sid,
    action: 'update',
    reason: `stays in the account and leads to ${withoutSecrets(target)} again`,
  };
}

function flowSteps(kind: ResourceKind, flows: readonly FoundFlow[], explicit?: string): DestroyStep[] {
  const [only, ...others] = flows;
  if (only === undefined) return [];
  const { friendlyName: name, sid } = only;
  const step = (decision: Decision): DestroyStep[] => [{ kind, name, sid, ...decision }];
  if (others.length > 0) {
    const sids = flows.map((flow) => flow.sid).join(' and ');
    return step({ action: 'blocked', reason: `${sids} share this name; rename or delete one` });
  }
  if (sid === explicit)
    return step({ action: 'keep', reason: 'the settings name it: it is yours to delete' });
  return step(only.isOurs ? GOES : { action: 'keep', reason: 'this project never published it' });
}

function environmentStep({ environment, isBuildOurs, environmentName }: Found): DestroyStep[] {
  if (environment === null) return [];
  const decision: Decision = isBuildOurs
    ? GOES
    : { action: 'keep', reason: 'it runs a build that this project did not make' };
  return [{ kind: 'Environment', name: environmentName, sid: environment.sid, ...decision }];
}

/** A name alone proves nothing: only the one that our functions used, with the name that we give, was made by us. */
function verifyServiceStep({ verifyService, verifyFriendlyName, sids }: Found): DestroyStep[] {
  if (verifyService === null) return [];
  const { sid, friendlyName: name } = verifyService;
  const isOurs = sid !== sids.verifyService && name === verifyFriendlyName;
  const decision: Decision = isOurs ? GOES : { action: 'keep', reason: 'this project did not make it' };
  return [{ kind: 'Verify service', name, sid, ...decision }];
}

/**
 * As with the Verify service. It goes before the environment, whose variable names it: after a failure the next run still finds
 * it, and no personal data stay behind.
 */
function syncServiceStep({ syncService, syncFriendlyName, sids }: Found): DestroyStep[] {
  if (syncService === null) return [];
  const { sid, friendlyName: name } = syncService;
  const isOurs = sid !== sids.syncService && name === syncFriendlyName;
  const decision: Decision = isOurs ? GOES : { action: 'keep', reason: 'this project did not make it' };
  return [{ kind: 'Sync service', name, sid, ...decision }];
}

function serverlessServiceStep(found: Found, before: readonly DestroyStep[]): DestroyStep[] {
  if (found.serverlessService === null) return [];
  const { sid, uniqueName: name } = found.serverlessService;
  const step = (decision: Decision): DestroyStep[] => [
    { kind: 'Serverless service', name, sid, ...decision },
  ];
  if (sid === found.sids.serverlessService) {
    return step({ action: 'keep', reason: 'the settings name it: it is yours to delete' });
  }
  const staysInside = before.some(({ kind, action }) => kind === 'Environment' && action === 'keep');
  return found.hasOtherEnvironments || staysInside
    ? step({ action: 'keep', reason: 'other environments are in it' })
    : step(GOES);
}
