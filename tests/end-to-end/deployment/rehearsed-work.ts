import type { Account } from '../../../scripts/deployment/account';
import { applyDestruction, planDestruction } from '../../../scripts/deployment/destroy/destroy';
import { applyRollback, planRollbackTo } from '../../../scripts/deployment/rollback/rollback';
import { cloneStore } from './clone-store';
import { NEW_TREE, OLD_TREE, wantOf } from './trees';
import { deploying, undisturbed, type Scenario } from './work-under-fault';

/** Where the number led before it was taken over. */
const MINE = 'https://example.com/mine';

const OLD_PAIR = '1.0.0 with 1.0.0';
const NEW_PAIR = '2.0.0 with 2.0.0';

/** Everything that commands do to an account, by what it is called. */
export async function rehearsedWork(): Promise<Readonly<Record<WorkName, Scenario>>> {
  const [old, next] = await Promise.all([wantOf(OLD_TREE), wantOf(NEW_TREE)]);
  const first: Scenario = { run: deploying(old), before: undefined, pairs: ['nothing', OLD_PAIR] };
  const { store: installed } = await undisturbed(first);
  const upgrade: Scenario = { run: deploying(next), before: installed, pairs: [OLD_PAIR, NEW_PAIR] };
  const { store: upgraded } = await undisturbed(upgrade);
  const elsewhere = cloneStore((await undisturbed({ run: destroying, before: installed, pairs: [] })).store);
  for (const number of elsewhere.phoneNumbers.values()) number.voiceUrl = MINE;
  const permissions = { takeOver: true, overwrite: false };
  return {
    'a first deployment': first,
    'an upgrade': upgrade,
    'a take-over': { run: deploying({ ...old, permissions }), before: elsewhere, pairs: [MINE, OLD_PAIR] },
    'a rollback': { run: rollingBack, before: upgraded, pairs: [OLD_PAIR, NEW_PAIR] },
    'a destruction': { run: destroying, before: upgraded, pairs: ['nothing', NEW_PAIR] },
  };
}

/** The names of that work. */
export const WORK_NAMES = [
  'a first deployment',
  'an upgrade',
  'a take-over',
  'a rollback',
  'a destruction',
] as const;

type WorkName = (typeof WORK_NAMES)[number];

/** Takes the installation out of the account again. */
export async function destroying(account: Account): Promise<string> {
  const planned = await planDestruction(account, { environment: 'dev', verifyFriendlyName: 'Hotline' });
  const results = await applyDestruction(account, planned);
  return results.every(({ status }) => status === 'done') ? 'done' : JSON.stringify(results);
}

async function rollingBack(account: Account): Promise<string> {
  const options = { to: '1.0.0', environment: 'dev', restoreNumber: false, overwrite: false };
  const planned = await planRollbackTo(account, options);
  if (planned.kind !== 'plan') return planned.kind;
  const { status } = await applyRollback(account, planned);
  return status === 'rolled-back' ? 'done' : status;
}
