/**
 * A process that judges mutants of the flows in the project directory that it is started with: it is sent a mutant's place among
 * all, and answers with the verdict.
 */
import { mutantsOf } from './mutants';
import { readPair } from './read-pair';
import { benchFor } from './verdict';

async function work(projectDirectory: string): Promise<void> {
  const original = await readPair(projectDirectory);
  const mutants = mutantsOf(original);
  const judgeMutant = benchFor(original, () => performance.now());
  process.on('message', (place: number) => {
    const mutant = mutants[place];
    if (mutant === undefined) throw new Error(`There is no mutant ${String(place)}`);
    // Without a listener the process ends by itself: a verdict that cannot be sent is no error here.
    process.send?.(judgeMutant(mutant), () => undefined);
  });
  process.send?.('ready');
}

// Whoever started this process is gone or has no more work: nothing is left to be done for anybody.
process.once('disconnect', () => process.exit());
void work(process.argv[2] ?? '.');
