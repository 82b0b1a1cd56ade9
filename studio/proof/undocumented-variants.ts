import type { FlowDefinition } from '../model/flow-definition';
import { CHOICES, undocumented, type Choices } from '../model/undocumented';
import type { ProofQuestion } from './question';

/** A way in which Studio may work where Twilio does not say. */
export interface Variant {
  readonly choices: Choices;
  /** What it hangs on, one question each; none for the way that is taken everywhere else. */
  readonly questions: readonly string[];
}

/** The other ways that Studio may take; not named here are those that no proof can hang on (docs/decisions/0015). */
const OTHERS = {
  splitTests: 'input',
  conditionsOfBranch: 'any',
  subflowSeesParent: true,
} as const satisfies Partial<Choices>;

/** Every way of working that makes a difference to these flows, the usual one first. */
export function variantsOf(question: ProofQuestion): Variant[] {
  const flows = [question.parent, ...question.subflows.values()].map(({ definition }) => definition);
  const relevant: (keyof typeof OTHERS)[] = [
    ...(flows.some(hasOtherInput) ? (['splitTests'] as const) : []),
    ...(flows.some(hasSeveralConditions) ? (['conditionsOfBranch'] as const) : []),
    ...(mayBeSeen(question) ? (['subflowSeesParent'] as const) : []),
  ];
  return relevant.reduce<Variant[]>(
    (variants, name) => [
      ...variants,
      ...variants.map(({ choices, questions }) => ({
        choices: { ...choices, [name]: OTHERS[name] },
        questions: [...questions, undocumented[name].question],
      })),
    ],
    [{ choices: CHOICES, questions: [] }],
  );
}

/** A split that tests one text in its conditions and names another as its input. */
function hasOtherInput({ states }: FlowDefinition): boolean {
  return states.some(({ properties: { input }, transitions }) =>
    transitions
      .flatMap((transition) => transition.conditions ?? [])
      .some((condition) => condition.arguments.some((text) => inner(text) !== inner(input))),
  );
}

function hasSeveralConditions({ states }: FlowDefinition): boolean {
  return states.some(({ transitions }) => transitions.some(({ conditions = [] }) => conditions.length > 1));
}

/** Whether a subflow would find anything that could matter to it, or that it would give back. */
function mayBeSeen({ parent: { definition }, subflows }: ProofQuestion): boolean {
  if (!definition.states.some(({ type }) => type === 'run-subflow')) return false;
  const inner = new Set(
    [...subflows.values()].flatMap((flow) =>
      flow.definition.states.filter(({ type }) => type !== 'trigger').map(({ name }) => name),
    ),
  );
  return definition.states.some(({ type, name }) => type === 'set-variables' || inner.has(name));
}

function inner(template: unknown): string {
  return typeof template === 'string' ? template.replace(/\s+/g, '') : '';
}
