import path from 'node:path';

import { explainError } from '../../../../scripts/command-line/explain-error';
import { builtWorkerFiles, needBundles } from '../../../../scripts/emulator/runtime/worker-process';

describe('needBundles', () => {
  test('sends people without bundles to npm run build', () => {
    const files = builtWorkerFiles(path.join(__dirname, 'nowhere'));
    const thrown = errorOf(() => needBundles(files));
    expect(thrown).toMatchObject({ code: 'NOT_BUILT' });
    expect(explainError(thrown, false)).toMatch(
      /^Cannot start the functions: there is no file "[^"]+"; run "npm run build", then try again\.$/,
    );
  });
});

function errorOf(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
}
