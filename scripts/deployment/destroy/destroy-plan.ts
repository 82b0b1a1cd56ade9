import type { NamedService } from '../mark/found-service';
import type { HadEnvironment, HadFlow, HadPhoneNumber, HadServerlessService, HadVariable } from '../have';
import { MARK_KEY, isMarkedMade, isMarkedVariable, type Mark, type MarkedThing } from '../mark/mark';
import { isBlocked, type Decision, type Plan, type PlannedStep, type ResourceKind } from '../plan/plan';
import { isRestoreKey, type RestoredSettings } from '../number/restore-variable';
import { sameName } from '../mark/same-name';
import type { ExplicitSids } from '../want-names';
import { withoutSecrets } from '../requests/without-secrets';

/** A flow that could be ours. */
export interface FoundFlow extends Pick<HadFlow, 'sid' | 'friendlyName' | 'webhookUrl'> {
  /** Whether this project published its first revision: then it made the flow. */
  readonly isOurs: boolean;
  /** What somebody edited in the console that is nowhere else; null for nothing. A clause. */
  readonly drift: string | null;
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
  readonly mark: Mark | null;
  readonly numbers: readonly FoundNumber[];
  readonly parentFlows: readonly FoundFlow[];
  readonly verifySubflows: readonly FoundFlow[];
  readonly replyFlows: readonly FoundFlow[];
  readonly environment: HadEnvironment | null;
  readonly variables: readonly HadVariable[];
  /** Whether what it runs, if anything, is a build of this project. */
  readonly isBuildOurs: boolean;
  /** The Verify service that the mark knows, or else all with the name that we give to one of this installation. */
  readonly verifyServices: readonly NamedService[];
  /** The same of Sync. */
  readonly syncServices: readonly NamedService[];
  readonly serverlessService: HadServerlessService | null;
  /** Whether the service has environments beside this one. */
  readonly hasOtherEnvironments: boolean;
  /** Functions, assets and builds in the service that this project did not make, in words. */
  readonly foreignThings: readonly string[];
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

/**
 * What goes and what stays, each with its reason. Pure. What this project did not make stays, numbers always do. The environment,
 * which has the mark, goes after everything that only the mark tells from other people's.
 */
export function makeDestroyPlan(found: Found): DestroyPlan {
  const { mark, sids } = found;
  const steps = [
    ...found.numbers.map(numberStep),
    ...flowSteps('Parent flow', found.parentFlows, sids.parentFlow),
    ...flowSteps('Verify subflow', found.verifySubflows, sids.verifySubflow),
    ...flowSteps('Reply flow', found.replyFlows),
    ...serviceSteps('Verify service', found.verifyServices, mark?.verify ?? null, sids.verifyService),
    ...serviceSteps('Sync service', found.syncServices, mark?.sync ?? null, sids.syncService),
    ...environmentSteps(found),
  ];
  return { steps: [...steps, ...serverlessServiceStep(found, steps)] };
}

/** Whether a plan leaves everything as it is. */
export function isNothingToDestroy(plan: DestroyPlan): boolean {
  return !isBlocked(plan) && plan.steps.every(({ action }) => action === 'keep');
}

/** The variables that deployments set; those of other people stay, or go with the environment. */
export function ownVariables({ mark, variables }: Pick<Found, 'mark' | 'variables'>): readonly HadVariable[] {
  if (mark === null) return [];
  const names = ['VERIFY_SERVICE_SID', 'SYNC_SERVICE_SID', MARK_KEY];
  return variables.filter(
    ({ key }) => names.includes(key) || isMarkedVariable(mark, key) || isRestoreKey(key),
  );
}

const GOES: Decision = { action: 'delete', reason: 'this project made it' };
const NAMED: Decision = { action: 'keep', reason: 'the settings name it: it is yours to delete' };
const FOREIGN: Decision = { action: 'keep', reason: 'nothing says that this project made it' };

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
  const { friendlyName: name, sid, drift } = only;
  const step = (decision: Decision): DestroyStep[] => [{ kind, name, sid, ...decision }];
  if (others.length > 0) return step({ action: 'blocked', reason: sameName(flows) });
  if (sid === explicit) return step(NAMED);
  if (!only.isOurs) return step(FOREIGN);
  return step(
    drift === null
      ? GOES
      : { ...GOES, reason: `${GOES.reason}; with it goes what is nowhere else: ${drift}` },
  );
}

function serviceSteps(
  kind: ResourceKind,
  found: readonly NamedService[],
  marked: MarkedThing | null,
  explicit?: string,
): DestroyStep[] {
  const [made, ...twins] = found.filter((service) => isMarkedMade(marked, service));
  if (made !== undefined && twins.length > 0) {
    const { sid, friendlyName: name } = made;
    return [{ kind, name, sid, action: 'blocked', reason: sameName(found) }];
  }
  return found.map((service) => {
    const { sid, friendlyName: name } = service;
    const decision = sid === explicit ? NAMED : service === made ? GOES : FOREIGN;
    return { kind, name, sid, ...decision };
  });
}

/** An environment that stays loses what we put into it. */
function environmentSteps(found: Found): DestroyStep[] {
  const { environment, environmentName: name } = found;
  if (environment === null) return [];
  const { sid } = environment;
  const own = ownVariables(found);
  const decision = decideOnEnvironment(found);
  const step: DestroyStep = { kind: 'Environment', name, sid, ...decision };
  if (decision.action === 'delete' || own.length === 0) return [step];
  const names = own.map(({ key }) => key).join(', ');
  return [{ kind: 'Variables', name: names, sid, action: 'delete', reason: 'this project set them' }, step];
}

function decideOnEnvironment(found: Found): Decision {
  const { environment, mark, variables, isBuildOurs, serverlessService } = found;
  if (!isBuildOurs) return { action: 'keep', reason: 'it runs a build that this project did not make' };
  if (mark === null) {
    // A deployment that was cut short right after it made the environment leaves it so.
    const isEmpty = environment?.buildSid === null && variables.length === 0;
    return isEmpty && serverlessService?.isOurs === true ? GOES : FOREIGN;
  }
  if (mark.environment === 'used') return FOREIGN;
  const own = ownVariables(found);
  const others = variables.filter((variable) => !own.includes(variable)).map(({ key }) => key);
  if (others.length === 0) return GOES;
  return {
    ...GOES,
    reason: `${GOES.reason}; with it go variables that somebody else set: ${others.join(', ')}`,
  };
}

function serverlessServiceStep(found: Found, before: readonly DestroyStep[]): DestroyStep[] {
  if (found.serverlessService === null) return [];
  const { sid, uniqueName: name, isOurs } = found.serverlessService;
  const step = (decision: Decision): DestroyStep[] => [
    { kind: 'Serverless service', name, sid, ...decision },
  ];
  if (sid === found.sids.serverlessService) return step(NAMED);
  if (!isOurs) return step(FOREIGN);
  const staysInside = before.some(({ kind, action }) => kind === 'Environment' && action === 'keep');
  if (found.hasOtherEnvironments || staysInside)
    return step({ action: 'keep', reason: 'other environments are in it' });
  const things = found.foreignThings.join(', ');
  return step(
    things === '' ? GOES : { action: 'keep', reason: `it holds what this project did not make: ${things}` },
  );
}
