import { showProgress } from '../../../scripts/account/show-progress';
import { RESULTS } from './progress-results';

// Standard output as if it were a terminal: what is written to it is what a person would see.
Object.assign(process.stdout, { isTTY: true, columns: 120, rows: 40 });

const isWhole = process.argv[2] === 'all';

showProgress(
  process.stdout,
  RESULTS.map(({ step }) => step),
  async ({ ended }) => {
    for (const result of isWhole ? RESULTS : RESULTS.slice(0, 1)) {
      await new Promise((resolve) => setImmediate(resolve));
      ended(result);
    }
    return isWhole ? 'the answer' : Promise.reject(new Error('the line broke'));
  },
).then(console.log, (error: unknown) => {
  console.log(String(error));
});
