import path from 'node:path';

import { readRoutes } from '../../../../scripts/emulator/runtime/routes';

describe('readRoutes', () => {
  test('names paths and access as twilio-run does', async () => {
    const routes = await readRoutes(path.join(__dirname, 'fixtures'));
    const summary = routes.map(({ kind, access, path: url }) => `${kind} ${access} ${url}`);
    expect(summary).toEqual(
      expect.arrayContaining([
        'function public /noop',
        'function protected /guarded',
        'function private /hidden',
        'function public /nested/deep',
        'asset public /page.html',
        'asset private /secret.txt',
      ]),
    );
  });

  test('finds nothing where nothing was built', async () => {
    expect(await readRoutes(path.join(__dirname, 'no-such-folder'))).toEqual([]);
  });
});
