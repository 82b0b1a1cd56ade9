import type { Trigger, TriggerKind } from '../model/execution';
import type { FlowDefinition } from '../model/flow-definition';
import { certainObject, openObject, unknownText } from '../model/unknown';
import type { Variant } from './undocumented-variants';

/** A kind of execution, which is explored by itself. */
export interface Scenario {
  /** For people: `a call`. */
  readonly title: string;
  readonly kind: TriggerKind;
  readonly variant: Variant;
}

/** The doors that an execution can come in by, with the event of the trigger that each one is. */
const DOORS: readonly { readonly kind: TriggerKind; readonly title: string; readonly event: string }[] = [
  { kind: 'call', title: 'a call', event: 'incomingCall' },
  { kind: 'message', title: 'a message', event: 'incomingMessage' },
  { kind: 'conversation', title: 'a conversation', event: 'incomingConversationMessage' },
  { kind: 'request', title: 'an execution begun by REST', event: 'incomingRequest' },
];

/** Every kind of execution that a parent is wired for, and a call in any case, each in every way of working. */
export function scenariosOf(parent: FlowDefinition, variants: readonly Variant[]): Scenario[] {
  const first = parent.states.find(({ name }) => name === parent.initial_state);
  const isWired = (event: string): boolean =>
    first?.transitions.some((arrow) => arrow.event === event && Boolean(arrow.next)) === true;
  return variants.flatMap((variant) =>
    DOORS.filter(({ kind, event }) => kind === 'call' || first?.type !== 'trigger' || isWired(event)).map(
      ({ kind, title }) => ({ kind, title, variant }),
    ),
  );
}

/** The mark of the number that calls, or writes, or is to be called: whoever the execution is about. */
export function unknownCaller(kind: TriggerKind): string {
  return unknownText(kind === 'request' ? 'trigger.request.to' : `trigger.${kind}.From`);
}

/** What starts an execution, nothing of it known: callers may send any other parameter along. */
export function unknownTrigger(kind: TriggerKind): Trigger {
  const name = `trigger.${kind}`;
  const caller = unknownCaller(kind);
  if (kind === 'request') {
    const parameters = openObject(`${name}.parameters`);
    return { kind, parameters: { from: unknownText(`${name}.from`), to: caller, parameters } };
  }
  const known = {
    From: caller,
    To: unknownText(`${name}.To`),
    AddOns: openObject(`${name}.AddOns`),
    // Not in Twilio's list any more, but sent with every call: the same number again.
    ...(kind === 'call' && { Caller: caller }),
  };
  return { kind, parameters: certainObject(name, known) };
}
