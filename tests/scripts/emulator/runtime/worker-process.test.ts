import path from 'node:path';

import { explainError } from '../../../../scripts/command-line/explain-error';
import { builtWorkerFiles, startWorker } from '../../../../scripts/emulator/runtime/worker-process';

describe('startWorker', () => {
  test('sends people without bundles to npm run build', async () => {
    const files = builtWorkerFiles(path.join(__dirname, 'nowhere'));
    const start = {
      kind: 'start',
      domain: 'hotline-0000-dev.twil.io',
      directory: __dirname,
      routes: [],
      now: null,
      variables: {},
    } as const;
    const starting = startWorker({ files, start, twilioPort: 0, onLog: () => undefined });
    const error: unknown = await starting.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'NOT_BUILT' });
    expect(explainError(error, false)).toMatch(
      /^Cannot start the functions: there is no file "[^"]+"; run "npm run build", then try again\.$/,
    );
  });
});
