import type { LocalDeployment } from './deploy-to-local';
import type { ResourceKind } from './plan';

/** What to tell a person whose saved file was deployed again. */
export interface ReloadSummary {
  readonly tone: 'good' | 'bad';
  readonly text: string;
}

/** What a person edits; the other resources follow from these. */
const KINDS: readonly ResourceKind[] = ['Functions', 'Verify subflow', 'Parent flow'];

/** One sentence on a reload: what runs now, or that the old version stays and why. `files` are those that changed. */
export function summarizeReload(files: readonly string[], deployed: LocalDeployment): ReloadSummary {
  const [problem = 'the deployment was refused', ...others] = 'problems' in deployed ? deployed.problems : [];
  if (deployed.status !== 'deployed') {
    const more = others.length === 0 ? '' : ` (and ${String(others.length)} more)`;
    return { tone: 'bad', text: `Not reloaded, the old version stays. ${problem}${more}` };
  }
  const parts = deployed.deployment.plan.steps
    .filter((step) => step.action === 'update' || step.action === 'create')
    .filter((step) => KINDS.includes(step.kind))
    .map((step) => step.name);
  return {
    tone: 'good',
    text: `Reloaded after ${files.join(', ')}: ${parts.join(', ')}. A call under way keeps its flow; the next one is new.`,
  };
}
