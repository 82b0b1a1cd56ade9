import type { Progress, StepResult } from '../deployment/apply-plan';
import { printResult } from '../deployment/print-deployment';
import { styleFor } from '../terminal-phone/style';

/** Where progress is written. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** Tells one line per step when it has ended; on a terminal also what is under way. */
export function reportProgress(output: ProgressOutput): Progress {
  const { colors, width } = styleFor(output);
  const isTerminal = output.isTTY === true;
  const paint: Readonly<Record<StepResult['status'], (text: string) => string>> = {
    done: colors.green,
    kept: colors.dim,
    skipped: colors.dim,
    failed: colors.red,
  };
  return {
    began: ({ kind, name }) => {
      // Overwritten when the step ends; a line that breaks could not be.
      if (isTerminal) output.write(`  … ${kind} "${name}"`.slice(0, width));
    },
    ended: (result) => {
      const clear = isTerminal ? '\r\u001b[2K' : '';
      output.write(`${clear}  ${paint[result.status](printResult(result))}\n`);
    },
  };
}
