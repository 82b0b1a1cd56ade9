import type { PlayedStep } from './played-step';

/** Steps that need not be played again. */
export interface Memory {
  /** What a decision led to in a call that stood so; undefined when it must be played. */
  readonly recall: (stage: number, key: string, option: string) => PlayedStep | undefined;
  readonly remember: (stage: number, key: string, option: string, step: PlayedStep) => void;
}

/** Remembers nothing, so that every step is played. */
export const NO_MEMORY: Memory = { recall: () => undefined, remember: () => undefined };

/**
 * Every step that the judge played of a pair of flows, for judging mutants of that pair.
 *
 * Why nothing is missed: what a decision leads to depends on the call as it stands, which the key holds whole, and on the
 * widgets that run or wait from there to the next decision, which the step names. A mutant differs in one widget. A step that
 * never comes to that widget is the same in the mutant, to the last word, so playing it again could show nothing new; every
 * other step, and every call that stands as none ever stood in the original, is played.
 */
export class Recording implements Memory {
  readonly #stages = new Map<number, Map<string, Map<string, PlayedStep>>>();

  recall(stage: number, key: string, option: string): PlayedStep | undefined {
    return this.#stages.get(stage)?.get(key)?.get(option);
  }

  remember(stage: number, key: string, option: string, step: PlayedStep): void {
    const calls = this.#stages.get(stage) ?? new Map<string, Map<string, PlayedStep>>();
    const steps = calls.get(key) ?? new Map<string, PlayedStep>();
    this.#stages.set(stage, calls.set(key, steps.set(option, step)));
  }

  /** The steps that a mutant of one widget (`subflow:ask_code`) cannot have changed. What the mutant does is not recorded. */
  besides(widget: string): Memory {
    return {
      recall: (...call) => {
        const step = this.recall(...call);
        return step?.widgets.includes(widget) === true ? undefined : step;
      },
      remember: () => undefined,
    };
  }
}
