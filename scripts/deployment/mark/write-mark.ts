import type { Account } from '../account';
import { AccountChangedError, orChanged } from '../requests/account-changed';
import { MARK_KEY, formatMark, type Mark } from './mark';
import { needed } from '../needed';
import type { Outputs } from '../outputs';

/**
 * Writes the mark of an installation, where it does not say so already. Throws `AccountChangedError` when it is not as the plan saw
 * it: another deployment has written it since.
 */
export async function writeMark(
  { client }: Account,
  { serverlessServiceSid, environment, mark: had }: Outputs,
  mark: Mark,
): Promise<Pick<Outputs, 'mark'>> {
  const value = formatMark(mark);
  const list = client.serverless.v1
    .services(needed(serverlessServiceSid))
    .environments(needed(environment).sid).variables;
  const sid = await orChanged(CHANGED, async () => {
    if (had === undefined) return (await list.create({ key: MARK_KEY, value })).sid;
    const before = formatMark(had.mark);
    if (!had.isOwn && (await list(had.sid).fetch()).value !== before) throw new AccountChangedError(CHANGED);
    if (before !== value) await list(had.sid).update({ value });
    return had.sid;
  });
  return { mark: { sid, mark, isOwn: true } };
}

const CHANGED = 'its mark is another now';

/** Changes the mark that is there. */
export async function changeMark(
  account: Account,
  known: Outputs,
  change: Partial<Mark>,
): Promise<Pick<Outputs, 'mark'>> {
  return writeMark(account, known, { ...needed(known.mark).mark, ...change });
}
