import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { watchFolders } from '../../../../scripts/deployment/watch/watch-folders';

describe('watchFolders', () => {
  let root: string;
  let stop: () => void;
  let seen: (file: string) => void;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'watch-'));
    mkdirSync(path.join(root, 'lib'));
    writeFileSync(path.join(root, 'lib/a.ts'), '1');
    seen = () => undefined;
    stop = watchFolders([root], (file) => {
      seen(path.relative(root, file));
    });
  });
  afterEach(() => {
    stop();
    rmSync(root, { recursive: true });
  });

  /** Settles when the change was noticed; a change that goes unnoticed ends the test by its time limit. */
  const notices = (file: string, change: () => void): Promise<void> =>
    new Promise((resolve) => {
      seen = (noticed) => {
        if (noticed === file) resolve();
      };
      change();
    });

  const replace = (): void => {
    writeFileSync(path.join(root, 'a.tmp'), '2');
    renameSync(path.join(root, 'a.tmp'), path.join(root, 'lib/a.ts'));
  };

  test('notices a file written in a folder below', async () => {
    await notices('lib/a.ts', () => {
      writeFileSync(path.join(root, 'lib/a.ts'), '2');
    });
  });

  test('notices a file that is replaced twice', async () => {
    await notices('lib/a.ts', replace);
    await notices('lib/a.ts', replace);
  });

  test('notices files in a folder that is new', async () => {
    await notices('otp', () => {
      mkdirSync(path.join(root, 'otp'));
    });
    await notices('otp/b.ts', () => {
      writeFileSync(path.join(root, 'otp/b.ts'), '1');
    });
  });

  test('notices files in a folder that was made anew', async () => {
    await notices('lib', () => {
      rmSync(path.join(root, 'lib'), { recursive: true });
    });
    await notices('lib', () => {
      mkdirSync(path.join(root, 'lib'));
    });
    await notices('lib/a.ts', () => {
      writeFileSync(path.join(root, 'lib/a.ts'), '3');
    });
  });
});
