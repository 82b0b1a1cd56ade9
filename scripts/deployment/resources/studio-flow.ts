import { driftOf } from '../drift/drift';
import { blockedByDrift } from '../drift/drift-lines';
import { definitionHash, readCommitMessage } from '../versions/flow-versions';
import type { HadFlow, Have } from '../have';
import { readMark, type Mark } from '../mark/mark';
import type { Outputs } from '../outputs';
import type { Decision, ResourceKind } from '../plan/plan';
import { publishFlow } from '../publish-flow';
import type { Resource, Situation } from '../resource';
import { sameName } from '../mark/same-name';
import type { Want, WantedFlow } from '../want';
import { wireWithOutputs, wiringOf } from '../wire-with-outputs';
import { parseFlow } from '../../../studio/parsing/parse-flow';

/** What tells one of our flows from the other. */
export interface StudioFlowRole {
  readonly kind: ResourceKind;
  /** The setting that names a flow by its SID. */
  readonly setting: string;
  readonly wanted: (want: Want) => WantedFlow;
  readonly had: (have: Have) => readonly HadFlow[];
  /** The SID that the mark has for it; left out for a flow that no mark knows. */
  readonly marked?: (mark: Mark) => string | null;
  /** `revision` is null when it will be another by the time that later resources ask. */
  readonly outputs: (flow: {
    readonly sid: string;
    readonly webhookUrl: string;
    readonly revision: number | null;
  }) => Outputs;
  /** Another flow that must be valid too before this one is published, as far as it is known. */
  readonly publishedAfter?: (want: Want) => WantedFlow;
  /** Whether its commit message has to name the build that runs: then it is published again with every other build. */
  readonly namesBuild?: boolean;
}

/** A Studio flow, found again by the mark or else by its friendly name, and published only when its content changed. */
export function studioFlow(role: StudioFlowRole): Resource {
  return {
    kind: role.kind,
    name: (want) => role.wanted(want).friendlyName,
    decide: (situation) => decide(role, situation),
    outputs: ({ have }, { action }) => {
      const [only, ...others] = role.had(have);
      if (only === undefined || others.length > 0) return {};
      return role.outputs({ ...only, revision: action === 'keep' ? only.revision : null });
    },
    apply: async (account, { want, have, known }) => {
      const [had] = role.had(have);
      const after = role.publishedAfter?.(want);
      const published = await publishFlow(account, {
        wanted: role.wanted(want),
        had: had ?? null,
        known,
        alsoValid: had === undefined || after === undefined ? [] : [after],
        ...(known.validated !== undefined && { validated: known.validated }),
      });
      return role.outputs(published);
    },
  };
}

function decide(role: StudioFlowRole, situation: Situation): Decision {
  const wanted = role.wanted(situation.want);
  const had = role.had(situation.have);
  const [only, ...others] = had;
  if (only === undefined) {
    return wanted.sid === null
      ? { action: 'create', reason: `version ${wanted.version}, there is none of this name` }
      : { action: 'blocked', reason: `the account has no flow ${wanted.sid}; mend ${role.setting}` };
  }
  if (others.length > 0) return { action: 'blocked', reason: sameName(had, role.setting) };
  if (isKnown(role, only, situation)) return decideOnOne(role, only, situation);
  const choices = `rename it, name it in ${role.setting}, or let it be published over by --take-over with --overwrite`;
  return {
    action: 'blocked',
    reason: `${only.sid} has this name and was not made by this project; ${choices}`,
  };
}

/** A name alone does not make a flow ours. Before the mark knows one that we made, its commit message tells. */
function isKnown(role: StudioFlowRole, had: HadFlow, { want, have }: Situation): boolean {
  if (role.marked === undefined || want.permissions.takeOver || role.wanted(want).sid !== null) return true;
  const mark = readMark(have.variables);
  return (mark !== null && role.marked(mark) === had.sid) || readCommitMessage(had.commitMessage) !== null;
}

function decideOnOne(role: StudioFlowRole, had: HadFlow, situation: Situation): Decision {
  const { want, known } = situation;
  const wanted = role.wanted(want);
  const wiring = wireWithOutputs(wanted.definition, known);
  if (wiring.kind === 'wired' && had.status === 'published' && isSameContent(wiring.definition, had))
    return decideOnSame(role, had, situation);
  const drift = driftOf(had, wiringOf(known), wanted.has);
  if (drift !== null && !want.permissions.overwrite) return blockedByDrift(drift, wanted.definition);
  const reason = drift?.reason ?? `revision ${had.revision} is another`;
  return { action: 'update', reason: `${reason}; publishes version ${wanted.version}` };
}

/** What is published already is published again only for its commit message. */
function decideOnSame(
  { wanted, namesBuild }: StudioFlowRole,
  had: HadFlow,
  { want, known }: Situation,
): Decision {
  const { version } = wanted(want);
  const message = readCommitMessage(had.commitMessage);
  if (message === null && want.permissions.overwrite) {
    return {
      action: 'update',
      isSameContent: true,
      reason: `revision ${had.revision} does not say that it is version ${version}`,
    };
  }
  if (namesBuild === true && message !== null && message.buildSid !== known.buildSid) {
    return {
      action: 'update',
      isSameContent: true,
      reason: `version ${version} is published again, with the build that it runs from now on`,
    };
  }
  return { action: 'keep', reason: `version ${version} is published` };
}

function isSameContent(wired: WantedFlow['definition'], had: HadFlow): boolean {
  const parsed = parseFlow(had.definition);
  return parsed.ok && definitionHash(parsed.flow) === definitionHash(wired);
}
