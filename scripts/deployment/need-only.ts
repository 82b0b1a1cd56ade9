import { AccountChangedError } from './requests/account-changed';

/** A thing that was just made, of a kind that Twilio lets share names. */
export interface MadeThing {
  readonly name: string;
  readonly own: string;
  /** All of its kind. */
  readonly list: () => Promise<readonly { readonly sid: string; readonly friendlyName: string }[]>;
  /** Takes it back. */
  readonly remove: () => Promise<unknown>;
}

/**
 * Stops, and takes the thing back, when there is another of its name: somebody made one at the same time, and with two nobody
 * could tell which is ours.
 */
export async function needOnly({ name, own, list, remove }: MadeThing): Promise<void> {
  const all = await list();
  const twin = all.find(({ sid, friendlyName }) => friendlyName === name && sid !== own);
  if (twin === undefined) return;
  await remove();
  throw new AccountChangedError(`${twin.sid} has the name "${name}" now`);
}
