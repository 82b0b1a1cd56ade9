import type { Twilio } from 'twilio';

import type { Account } from '../account';
import { orChanged } from '../requests/account-changed';
import type { HadVariable, Have } from '../have';
import { leadsTo } from '../number/leads-to';
import { LONGEST_VALUE, MARK_KEY, isMarkedVariable, readMark } from '../mark/mark';
import { needRunning } from '../need-running';
import { needed } from '../needed';
import type { Decision } from '../plan/plan';
import { someNames } from '../plan/some-names';
import type { Resource, Situation } from '../resource';
import { isRestoreKey, restoreKey, restoreValue } from '../number/restore-variable';
import { changeMark } from '../mark/write-mark';

/** Bytes of all keys and values (https://www.twilio.com/docs/serverless/functions-assets/functions/variables). */
const MOST_BYTES = 3583;

/** Characters of a SID (https://www.twilio.com/docs/glossary/what-is-a-sid). */
const SID_LENGTH = 34;

/**
 * The environment variables of the functions: what is wanted is set, what an earlier deployment set and is not wanted any more is
 * removed; what anybody else set stays. After the deployment, so that of two at once the one that is not to run leaves them alone.
 */
export const variables: Resource = {
  kind: 'Variables',
  name: (want) => someNames(['VERIFY_SERVICE_SID', 'SYNC_SERVICE_SID', ...Object.keys(want.variables)]),
  decide,
  outputs: () => ({}),
  apply: async (account, situation) => {
    const { want, known } = situation;
    await needRunning(account, known, needed(known.buildSid));
    const names = new Set([...needed(known.mark).mark.variables, ...Object.keys(want.variables)]);
    // First, so that the next deployment knows whose they are whatever happens now.
    const marked = await changeMark(account, known, { variables: [...names] });
    await setVariables(account, situation);
    return marked;
  },
};

async function setVariables({ client }: Account, situation: Situation): Promise<void> {
  const { serverlessServiceSid, environment } = situation.known;
  const list = client.serverless.v1
    .services(needed(serverlessServiceSid))
    .environments(needed(environment).sid).variables;
  const { set, removed } = changesOf(situation);
  // What takes room comes after what gives it: Twilio counts all bytes after each request.
  for (const { key, sid } of removed) {
    await orChanged(`the variable ${key} is gone now`, () => list(sid).remove());
  }
  for (const { key, value, had } of [...set].sort((a, b) => growthOf(a) - growthOf(b))) {
    await orChanged(`the variable ${key} is another now`, () =>
      had === undefined ? list.create({ key, value }) : list(had.sid).update({ value }),
    );
  }
}

/** All variables of an environment, with their values. */
export async function readVariables(
  client: Twilio,
  serviceSid: string,
  environmentSid: string,
): Promise<HadVariable[]> {
  const all = await client.serverless.v1.services(serviceSid).environments(environmentSid).variables.list();
  return all.map(({ sid, key, value }) => ({ sid, key, value }));
}

/** Names only: values may be secrets. */
function decide(situation: Situation): Decision {
  const tooLong = Object.entries(wantedOf(situation))
    .filter(([, value]) => Buffer.byteLength(value) > LONGEST_VALUE)
    .map(([key]) => key);
  if (tooLong.length > 0) {
    return {
      action: 'blocked',
      reason: `${tooLong.join(', ')}: a value may have ${LONGEST_VALUE} bytes; shorten it`,
    };
  }
  const bytes = bytesOf(situation);
  if (bytes > MOST_BYTES) {
    return { action: 'blocked', reason: `${bytes} bytes in all; Twilio takes ${MOST_BYTES}` };
  }
  const { set, removed } = changesOf(situation);
  if (set.length + removed.length === 0) return { action: 'keep', reason: 'as wanted' };
  const parts = [
    ...(set.length > 0 ? [`sets ${set.map(({ key }) => key).join(', ')}`] : []),
    ...(removed.length > 0 ? [`removes ${removed.map(({ key }) => key).join(', ')}`] : []),
  ];
  return { action: isNew(situation.have) ? 'create' : 'update', reason: parts.join('; ') };
}

function growthOf({ key, value, had }: SetVariable): number {
  const before = had === undefined ? 0 : Buffer.byteLength(key + had.value);
  return Buffer.byteLength(key + value) - before;
}

function isNew({ variables: had }: Have): boolean {
  return had.every(({ key }) => key === MARK_KEY || isRestoreKey(key));
}

/** All that the environment will hold: what is wanted, what stays, the mark, and what a number led to before. */
function bytesOf(situation: Situation): number {
  const { want, have } = situation;
  const { removed } = changesOf(situation);
  const stays = have.variables.filter((variable) => !removed.includes(variable));
  const number = have.phoneNumber;
  const isTakenOver = number !== null && want.permissions.takeOver && leadsTo(number) !== null;
  const all = new Map<string, number>([
    ...stays.map(({ key, value }) => [key, Buffer.byteLength(value)] as const),
    ...(isTakenOver ? [[restoreKey(number.sid), Buffer.byteLength(restoreValue(number))] as const] : []),
    ...Object.entries(wantedOf(situation)).map(([key, value]) => [key, Buffer.byteLength(value)] as const),
    ['VERIFY_SERVICE_SID', SID_LENGTH],
    ['SYNC_SERVICE_SID', SID_LENGTH],
    [MARK_KEY, LONGEST_VALUE],
  ]);
  return [...all].reduce((sum, [key, length]) => sum + Buffer.byteLength(key) + length, 0);
}

/** A service that does not exist yet has no SID: then the variable will be set all the same. */
function wantedOf({ want, known }: Situation): Readonly<Record<string, string>> {
  return {
    ...want.variables,
    VERIFY_SERVICE_SID: known.verifyServiceSid ?? '',
    SYNC_SERVICE_SID: known.syncServiceSid ?? '',
  };
}

interface SetVariable {
  readonly key: string;
  readonly value: string;
  /** As the environment has it; absent where it has none. */
  readonly had: HadVariable | undefined;
}

function changesOf(situation: Situation): {
  readonly set: readonly SetVariable[];
  readonly removed: readonly HadVariable[];
} {
  const wanted = wantedOf(situation);
  const had = situation.have.variables;
  const mark = readMark(had);
  return {
    set: Object.entries(wanted)
      .map(([key, value]) => ({ key, value, had: had.find((variable) => variable.key === key) }))
      .filter(({ value, had: before }) => before?.value !== value),
    removed: had.filter(({ key }) => !(key in wanted) && mark !== null && isMarkedVariable(mark, key)),
  };
}
