import type { Account } from '../../../scripts/deployment/account';
import { deploy } from '../../../scripts/deployment/deploy';
import type { Want } from '../../../scripts/deployment/want';
import type { Store } from '../../../scripts/emulator/store';
import { dumpAccount } from './dump-account';
import type { RehearsedFault } from './faults';
import { livePair } from './live-pair';
import { startRehearsal, type Rehearsal } from './rehearsal';

/** Work on an account that is to be disturbed. */
export interface Scenario {
  /** Does it; answers `done`, or how else it ended. A Twilio that cannot be read may be thrown, as the commands have it. */
  readonly run: (account: Account) => Promise<string>;
  /** The account that it begins with; none: nothing but the number. */
  readonly before: Store | undefined;
  /** What callers may reach while and after anything went wrong: see `livePair`. */
  readonly pairs: readonly string[];
}

/** The same work when nothing disturbs it. */
export interface Undisturbed {
  readonly requests: readonly string[];
  readonly dump: string;
}

/** Does it, and writes down what that takes and comes to. */
export async function undisturbed({ run, before }: Scenario): Promise<Undisturbed & { store: Store }> {
  const rehearsal = await startRehearsal(before);
  try {
    const status = await run(rehearsal.account());
    if (status !== 'done') throw new Error(`Nothing disturbed it, and it ended as ${status}`);
    const { requests, store } = rehearsal;
    return { requests: [...requests], store, dump: dumpAccount(store) };
  } finally {
    await rehearsal.stop();
  }
}

/** A deployment as such work. */
export function deploying(want: Want): Scenario['run'] {
  return async (account) => {
    const { status } = await deploy(account, want);
    return status === 'deployed' ? 'done' : status;
  };
}

/** Accounts in which a call was verified already, as `dumpAccount` and `livePair` have them: one call does for all like it. */
export type VerifiedAccounts = Set<string>;

/**
 * Lets a fault happen to one request, looks at what callers reach, does the work once more, and looks at what that
 * comes to. Answers everything that is not as it should be, one sentence each.
 */
export async function workUnderFault(
  scenario: Scenario,
  { fault, request }: { readonly fault: RehearsedFault; readonly request: number },
  { expected, verified }: { readonly expected: Undisturbed; readonly verified: VerifiedAccounts },
): Promise<string[]> {
  const rehearsal = await startRehearsal(scenario.before);
  try {
    fault.strike(rehearsal.faults, request);
    const status = await statusOf(rehearsal, scenario);
    rehearsal.faults.clear();
    const troubles =
      fault.isHarmless && status !== 'done'
        ? [`it ended as "${status}"`]
        : await lookAt(rehearsal, scenario, verified);
    const again = await statusOf(rehearsal, scenario);
    if (again !== 'done') troubles.push(`one more run ended as "${again}"`);
    if (dumpAccount(rehearsal.store) !== expected.dump)
      troubles.push('one more run came to another account than an undisturbed one');
    troubles.push(...(await lookAt(rehearsal, scenario, verified)));
    return troubles.map((trouble) => `${fault.name} at request ${request}: ${trouble}`);
  } finally {
    await rehearsal.stop();
  }
}

async function statusOf(rehearsal: Rehearsal, { run }: Scenario): Promise<string> {
  try {
    return await run(rehearsal.account());
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
  if (!/ with /.test(pair) || verified.has(account)) return [];
  const { status, problem } = await call();
  if (status !== 'approved') return [`a call of ${pair} ended as "${status}": ${problem ?? 'no problem'}`];
  verified.add(account);
  return [];
}
