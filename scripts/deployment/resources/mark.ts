import { formatMark, readMark, type Mark } from '../mark/mark';
import { isRunning } from '../need-running';
import { needed } from '../needed';
import type { Decision } from '../plan/plan';
import type { Resource, Situation } from '../resource';
import { writeMark } from '../mark/write-mark';

/**
 * What the environment knows of the installation when all of it is there: who made what. Flows are found again by it whatever
 * somebody calls them.
 */
export const mark: Resource = {
  kind: 'Mark',
  name: (want) => want.environment.name,
  decide,
  outputs: () => ({}),
  apply: async (account, situation) => {
    const { known } = situation;
    // Callers reach our flows by now. Where another deployment has begun since, it writes what is so in the end.
    if (!(await isRunning(account, known, needed(known.buildSid)))) return {};
    return writeMark(account, known, wantedMark(situation, needed(known.mark).mark));
  },
};

function decide(situation: Situation): Decision {
  const { known, have } = situation;
  const had = known.mark?.mark;
  if (had === undefined) return { action: 'create', reason: 'tells our things from those of others' };
  const isWhole = known.verifyService !== undefined && known.syncService !== undefined;
  const areFlowsThere = known.verifySubflowSid !== undefined && known.parentFlow !== undefined;
  const isSame = formatMark(wantedMark(situation, had)) === formatMark(readMark(have.variables) ?? had);
  return isWhole && areFlowsThere && isSame
    ? { action: 'keep', reason: 'tells our things from those of others' }
    : { action: 'update', reason: 'what was made changes' };
}

function wantedMark({ want, known }: Situation, had: Mark): Mark {
  return {
    environment: had.environment,
    verify: known.verifyService ?? null,
    sync: known.syncService ?? null,
    subflow: known.verifySubflowSid ?? null,
    parent: known.parentFlow?.sid ?? null,
    variables: Object.keys(want.variables),
  };
}
