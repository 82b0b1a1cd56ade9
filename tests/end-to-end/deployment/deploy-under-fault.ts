import { deploy } from '../../../scripts/deployment/deploy';
import type { Want } from '../../../scripts/deployment/want';
import type { Store } from '../../../scripts/emulator/store';
import { dumpAccount } from './dump-account';
import type { RehearsedFault } from './faults';
import { livePair } from './live-pair';
import { startRehearsal, type Rehearsal } from './rehearsal';

/** A deployment to be disturbed. */
export interface Scenario {
  readonly want: Want;
  /** The account that it begins with; none: nothing but the number. */
  readonly before: Store | undefined;
  /** What callers may reach while and after anything went wrong: see `livePair`. */
  readonly pairs: readonly string[];
}

/** The same deployment when nothing disturbs it. */
export interface Undisturbed {
  readonly requests: readonly string[];
  readonly dump: string;
}

/** Deploys, and writes down what that takes and comes to. */
export async function deployUndisturbed({ want, before }: Scenario): Promise<Undisturbed & { store: Store }> {
  const rehearsal = await startRehearsal(before);
  try {
    const { status } = await deploy(rehearsal.account(), want);
    if (status !== 'deployed') throw new Error(`Nothing disturbed it, and it is ${status}`);
    const { requests, store } = rehearsal;
    return { requests: [...requests], store, dump: dumpAccount(store) };
  } finally {
    await rehearsal.stop();
  }
}

/** Accounts in which a call was verified already, as `dumpAccount` and `livePair` have them: one call does for all like it. */
export type VerifiedAccounts = Set<string>;

/**
 * Lets a fault happen to one request of a deployment, looks at what callers reach, deploys once more, and looks at what that
 * comes to. Answers everything that is not as it should be, one sentence each.
 */
export async function deployUnderFault(
  scenario: Scenario,
  { fault, request }: { readonly fault: RehearsedFault; readonly request: number },
  { undisturbed, verified }: { readonly undisturbed: Undisturbed; readonly verified: VerifiedAccounts },
): Promise<string[]> {
  const rehearsal = await startRehearsal(scenario.before);
  try {
    fault.strike(rehearsal.faults, request);
    const status = await statusOf(rehearsal, scenario.want);
    rehearsal.faults.clear();
    const troubles =
      fault.isHarmless && status !== 'deployed'
        ? [`it ended as "${status}"`]
        : await lookAt(rehearsal, scenario, verified);
    const again = await statusOf(rehearsal, scenario.want);
    if (again !== 'deployed') troubles.push(`one more deployment ended as "${again}"`);
    if (dumpAccount(rehearsal.store) !== undisturbed.dump)
      troubles.push('one more deployment came to another account than an undisturbed one');
    troubles.push(...(await lookAt(rehearsal, scenario, verified)));
    return troubles.map((trouble) => `${fault.name} at request ${request}: ${trouble}`);
  } finally {
    await rehearsal.stop();
  }
}

/** A Twilio that cannot be read is thrown, as `npm run deploy` has it. */
async function statusOf(rehearsal: Rehearsal, want: Want): Promise<string> {
  try {
    const deployment = await deploy(rehearsal.account(), want);
    return deployment.status;
  } catch (error) {
    return String(error);
  }
}

async function lookAt(
  { store, call }: Rehearsal,
  { pairs }: Scenario,
  verified: VerifiedAccounts,
): Promise<string[]> {
  const pair = livePair(store);
  if (!pairs.includes(pair)) return [`callers reach ${pair}`];
  const account = `${pair} ${dumpAccount(store)}`;
  if (pair === 'nothing' || verified.has(account)) return [];
  const { status, problem } = await call();
  if (status !== 'approved') return [`a call of ${pair} ended as "${status}": ${problem ?? 'no problem'}`];
  verified.add(account);
  return [];
}
