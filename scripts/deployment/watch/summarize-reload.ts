import type { LocalDeployment } from '../deploy-to-local';
import type { Plan, ResourceKind } from '../plan/plan';

/** What to tell a person whose saved file was deployed again. */
export interface ReloadSummary {
  readonly tone: 'good' | 'bad';
  readonly text: string;
}

/** One sentence on a reload: what runs now, or that the old version stays and why. `files` are those that changed. */
export function summarizeReload(files: readonly string[], deployed: LocalDeployment): ReloadSummary {
  const [problem = 'the deployment was refused', ...others] = 'problems' in deployed ? deployed.problems : [];
  if (deployed.status !== 'deployed') {
    const more = others.length === 0 ? '' : ` (and ${String(others.length)} more)`;
    return { tone: 'bad', text: `Not reloaded, the old version stays. ${problem}${more}` };
  }
  const parts = partsOf(deployed.deployment.plan);
  const saved = files.join(', ');
  if (parts.length === 0) return { tone: 'good', text: `Saved ${saved}: what runs is the same.` };
  return {
    tone: 'good',
    text: `Reloaded after ${saved}: ${parts.join(', ')}. A call under way keeps its flow; the next one is new.`,
  };
}

/** What a person edits; the other resources follow from these. Functions are new when another build is deployed. */
const PARTS: readonly (readonly [changed: ResourceKind, named: ResourceKind])[] = [
  ['Deployment', 'Functions'],
  ['Verify subflow', 'Verify subflow'],
  ['Parent flow', 'Parent flow'],
];

function partsOf({ steps }: Plan): string[] {
  return PARTS.flatMap(([changed, named]) => {
    const isKept = steps.some(
      ({ kind, action, isSameContent }) => kind === changed && (action === 'keep' || isSameContent === true),
    );
    return isKept ? [] : steps.filter(({ kind }) => kind === named).map(({ name }) => name);
  });
}
