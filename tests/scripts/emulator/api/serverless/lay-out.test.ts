import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { layOut } from '../../../../../scripts/emulator/api/serverless/lay-out';
import type { ServerlessBuild } from '../../../../../scripts/emulator/entities/serverless-build';
import type {
  ServerlessVersion,
  Visibility,
} from '../../../../../scripts/emulator/entities/serverless-version';
import { readRoutes } from '../../../../../scripts/emulator/runtime/routes';

function aVersion(urlPath: string, visibility: Visibility): ServerlessVersion {
  const content = Buffer.from(`content of ${urlPath}`);
  return { sid: 'ZN1', resourceSid: 'ZH1', path: urlPath, visibility, content, dateCreated: 0 };
}

const build: ServerlessBuild = {
  sid: 'ZB1',
  status: 'completed',
  failure: null,
  functionVersions: [aVersion('/start-verify', 'protected'), aVersion('/otp/request', 'public')],
  assetVersions: [aVersion('/logo.min.svg', 'private'), aVersion('/LICENSE', 'public')],
  dependencies: [],
  runtime: 'node22',
  dateCreated: 0,
  dateUpdated: 0,
};

describe('layOut', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'lay-out-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  test('writes files under the names that twilio-run gives them', async () => {
    const { routes } = await layOut(build, directory);
    const names = ['functions/start-verify.protected.js', 'functions/otp/request.js'];
    const assets = ['assets/logo.min.private.svg', 'assets/LICENSE'];
    expect(routes.map(({ file }) => path.relative(directory, file))).toEqual([...names, ...assets]);
    for (const { file, path: urlPath } of routes)
      expect(await readFile(file, 'utf8')).toBe(`content of ${urlPath}`);
  });

  test('answers the routes that can be read from the names', async () => {
    const { routes } = await layOut(build, directory);
    const read = await readRoutes(directory);
    expect(read).toHaveLength(routes.length);
    expect(read).toEqual(expect.arrayContaining([...routes]));
  });
});
