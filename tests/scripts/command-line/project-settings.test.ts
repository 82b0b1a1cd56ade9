import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { functionVariables } from '../../../scripts/command-line/project-settings';

describe('functionVariables', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'project-settings-'));
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  test('reads the functions’ own variables beside a malformed account', async () => {
    const file = path.join(directory, 'settings');
    writeFileSync(
      file,
      'ACCOUNT_SID=foo\nAUTH_TOKEN=bar\nVERIFY_SERVICE_SID=\nVERIFY_RATE_LIMIT=calls.per-number\n',
    );
    expect(await functionVariables(file)).toEqual({ VERIFY_RATE_LIMIT: 'calls.per-number' });
  });
});
