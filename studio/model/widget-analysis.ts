import type { State } from './flow-definition';

/**
 * What somebody on the phone notices of a widget that is left by an event: they heard something or were connected to
 * somebody; it was their turn (they pressed keys, spoke, or let the time run out); or nothing at all.
 */
export type Noticed = 'heard' | 'input' | 'nothing';

/** The keys that a widget may leave under `widgets.<name>`; `any` when somebody else chooses them. */
export type WidgetOutputs =
  | 'any'
  | {
      readonly keys: readonly string[];
      /** True when Twilio's webhook adds keys that are not all listed anywhere. */
      readonly isOpen: boolean;
    };

/** What can be told about a widget without running it: what the checks ask. */
export interface WidgetAnalysis {
  readonly outputs: (state: State) => WidgetOutputs;
  /** What is noticed, by event; events that are not named are not noticed. */
  readonly noticed: (state: State) => Readonly<Record<string, Noticed>>;
  /** Events that mean trouble, with what happened: the end of a sentence. */
  readonly trouble: Readonly<Record<string, string>>;
  /** Events that take another message from the contact: a round with one is paced by a person. */
  readonly replies?: readonly string[];
}

/** Outputs of a widget that leaves nothing but these. */
export function only(...keys: readonly string[]): () => WidgetOutputs {
  return () => ({ keys, isOpen: false });
}
