/** What happens to one resource, and why. `blocked`: nothing at all is changed until a person decides. A deployment deletes nothing. */
export interface Decision {
  readonly action: 'create' | 'update' | 'delete' | 'keep' | 'blocked';
  /** A clause that follows the name: `code length is 4, should be 6`. No secrets. */
  readonly reason: string;
  /** True where an update brings no new content: callers notice nothing of it. */
  readonly isSameContent?: true;
  /** More lines for a person who wants to know, such as the difference of a flow. No secrets. */
  readonly details?: readonly string[];
}

/** The kinds of resource, in the order in which they depend on each other. */
export type ResourceKind =
  | 'Serverless service'
  | 'Environment'
  | 'Functions'
  | 'Build'
  | 'Deployment'
  | 'Verify service'
  | 'Sync service'
  | 'Variables'
  | 'Verify subflow'
  | 'Parent flow'
  | 'Reply flow'
  | 'Mark'
  | 'Phone number';

/** A decision about a named resource. */
export interface PlannedStep extends Decision {
  readonly kind: ResourceKind;
  readonly name: string;
}

/** All decisions, in the order in which they are carried out. */
export interface Plan {
  readonly steps: readonly PlannedStep[];
}

/** Whether a plan must not be carried out. */
export function isBlocked(plan: Plan): boolean {
  return plan.steps.some((step) => step.action === 'blocked');
}

/** Whether carrying out a plan would change anything. */
export function hasChanges(plan: Plan): boolean {
  return plan.steps.some(({ action }) => action !== 'keep' && action !== 'blocked');
}
