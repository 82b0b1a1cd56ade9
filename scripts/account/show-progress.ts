import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import type { ListrTask } from 'listr2';

import type { Progress, StepResult } from '../deployment/plan/run-steps';
import type { PlannedStep } from '../deployment/plan/plan';
import { printResult } from '../deployment/plan/print-deployment';
import { styleFor } from '../terminal-phone/style';
import { resultQueue } from './result-queue';
import type { ResultQueue } from './result-queue';

/** Does the work and tells what became of each step: as a list that moves on a terminal, otherwise in one plain line each. */
export async function showProgress<T>(
  output: NodeJS.WriteStream,
  steps: readonly PlannedStep[],
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  return output.isTTY ? listProgress(output, steps, work) : work(printProgress(output));
}

/** Tells one line per step when it has ended. */
export function printProgress(output: Pick<NodeJS.WriteStream, 'write' | 'columns' | 'isTTY'>): Progress {
  const { colors } = styleFor(output);
  const paint: Readonly<Record<StepResult['status'], (text: string) => string>> = {
    done: colors.green,
    kept: colors.dim,
    skipped: colors.dim,
    failed: colors.red,
  };
  return {
    ended: (result) => output.write(`  ${paint[result.status](printResult(result))}\n`),
  };
}

async function listProgress<T>(
  output: NodeJS.WriteStream,
  steps: readonly PlannedStep[],
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  const results = resultQueue();
  const list = new Listr(
    steps.map((step) => taskOf(step, results)),
    {
      exitOnError: false,
      // It would ask whether standard output is a terminal; with --json, standard error is the one.
      forceTTY: true,
      // What is under way is finished: half done, callers would hear it.
      registerSignalListeners: false,
      rendererOptions: {
        // A summary tells the reason of a failure once, below.
        showErrorMessage: false,
        showSkipMessage: false,
        formatOutput: 'truncate',
        logger: new ListrLogger({ processOutput: new ProcessOutput(output, process.stderr), useIcons: true }),
      },
    },
  );
  const drawn = list.run();
  try {
    return await work({ ended: results.add });
  } finally {
    results.close();
    await drawn;
  }
}

/** A row of the list. Steps end in the order of the plan, as the rows do. */
function taskOf(step: PlannedStep, results: ResultQueue): ListrTask {
  return {
    title: `${step.kind} "${step.name}"`,
    task: async (_, row) => {
      const result = await results.next();
      if (result === null) return row.skip();
      row.title = printResult(result);
      if (result.status === 'failed') throw new Error(result.message);
      if (result.status === 'skipped') row.skip();
    },
  };
}
