import { deploy, type Deployment } from '../../../scripts/deployment/deploy';
import { printTroubles } from '../../../scripts/deployment/plan/print-deployment';
import type { Want } from '../../../scripts/deployment/want';
import type { Store } from '../../../scripts/emulator/store';
import { dumpAccount } from './dump-account';
import { FAULT_STRIDE } from './fault-stride';
import { livePair } from './live-pair';
import { startRehearsal, type Rehearsal } from './rehearsal';
import { type Schedule, seededSchedules } from './schedules';
import { takeTurns } from './take-turns';
import { NEW_TREE, OLD_TREE, OTHER_TREE, wantOf } from './trees';
import { deploying, undisturbed } from './work-under-fault';

// Four deployments for each schedule.
jest.setTimeout(300_000);

/** Of each kind; `FAULTS=all` tries more. */
const SCHEDULES = FAULT_STRIDE === 1 ? 200 : 25;

const CHANGED = /: the account changed under this deployment: .*; run it again$/;

describe('two deployments of different trees at once', () => {
  let trees: readonly { readonly want: Want; readonly pair: string; readonly dump: string }[];
  let installed: Store;
  beforeAll(async () => {
    const old = { run: deploying(await wantOf(OLD_TREE)), before: undefined, pairs: [] };
    installed = (await undisturbed(old)).store;
    trees = await Promise.all(
      [NEW_TREE, OTHER_TREE].map(async (tree) => {
        const want = await wantOf(tree);
        const { dump } = await undisturbed({ run: deploying(want), before: installed, pairs: [] });
        return { want, dump, pair: `${tree.version} with ${tree.version}` };
      }),
    );
  });

  /** Both to their end, in the order of a schedule. */
  async function deployBoth(rehearsal: Rehearsal, schedule: Schedule): Promise<Deployment[]> {
    const deployments: Deployment[] = [];
    const players = trees.map(({ want }, index) => {
      const client = rehearsal.client();
      const run = async () => {
        deployments[index] = await deploy(rehearsal.account(client), want);
      };
      return { client, run };
    });
    await takeTurns(players, schedule.start());
    return deployments;
  }

  /** Answers everything that is not as it should be, and whether a call was made. */
  async function judge(
    rehearsal: Rehearsal,
    deployments: readonly Deployment[],
    before: string,
  ): Promise<string[]> {
    const live = livePair(rehearsal.store);
    const winners = trees.filter((_tree, index) => deployments[index]?.status === 'deployed');
    const troubles = deployments.flatMap(printTroubles).filter((trouble) => !CHANGED.test(trouble));
    const allowed = winners.length === 0 ? [before] : winners.map(({ pair }) => pair);
    if (winners.length === 2 && !trees.some(({ dump }) => dump === dumpAccount(rehearsal.store)))
      troubles.push('both say that they deployed, but the account is that of neither');
    if (!allowed.includes(live)) troubles.push(`callers reach ${live}, not ${allowed.join(' or ')}`);
    for (const { want, dump, pair } of trees) {
      const { status } = await deploy(rehearsal.account(), want);
      const isSame = dumpAccount(rehearsal.store) === dump;
      if (status !== 'deployed' || !isSame)
        troubles.push(
          `one more deployment of ${pair} ends as ${status}, ${isSame ? 'the same' : 'another'} account`,
        );
    }
    return troubles;
  }

  const kinds = [
    ['upgrades', () => installed, '1.0.0 with 1.0.0'],
    ['first deployments', () => undefined, 'nothing'],
  ] as const;
  test.each(kinds)('of %s, one wins and the other stops', async (kind, before, pair) => {
    const won = [0, 0, 0];
    let called = 0;
    for (const schedule of seededSchedules(SCHEDULES)) {
      const rehearsal = await startRehearsal(before());
      try {
        const deployments = await deployBoth(rehearsal, schedule);
        const winners = deployments.filter(({ status }) => status === 'deployed').length;
        won[winners] = (won[winners] ?? 0) + 1;
        // What is odd is worth a call: functions of one tree under flows of the other.
        const isOdd = !trees.some(({ dump }) => dump === dumpAccount(rehearsal.store));
        if (isOdd && livePair(rehearsal.store) !== 'nothing') {
          expect((await rehearsal.call()).status).toBe('approved');
          called += 1;
        }
        const troubles = await judge(rehearsal, deployments, pair);
        expect([schedule.name, troubles]).toEqual([schedule.name, []]);
      } finally {
        await rehearsal.stop();
      }
    }
    const [neither = 0, one = 0, both = 0] = won;
    console.info(
      `${kind}: one won ${one} times, both came one after the other ${both} times, neither won ${neither} times; ${called} calls`,
    );
    expect(one).toBeGreaterThan(neither + both);
  });
});
