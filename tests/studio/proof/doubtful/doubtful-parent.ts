import type { FlowDefinition } from '../../../../studio/model/flow-definition';

/** A parent that must not be proven. */
export interface DoubtfulParent {
  readonly definition: FlowDefinition;
  /** The property that a call really breaks; or why nothing can be said. */
  readonly because:
    'no-bypass' | 'own-number' | 'no-dead-end' | 'no-broken-widget' | 'no-leak' | 'termination' | RegExp;
  /** Other widgets than `success` that need a verified caller. */
  readonly protectedWidgets?: readonly string[];
  /** No call script can bring it about. */
  readonly hasNoScript?: true;
}

/** What keys are, and the number that calls, as flows read them. */
export const DIGITS = '{{widgets.menu.Digits}}';
/** The number that calls. */
export const FROM = '{{trigger.call.From}}';

/** A parent that lets somebody in who should stay out. */
export function bypass(definition: FlowDefinition, hasNoScript?: true): DoubtfulParent {
  return { definition, because: 'no-bypass', ...(hasNoScript && { hasNoScript }) };
}
