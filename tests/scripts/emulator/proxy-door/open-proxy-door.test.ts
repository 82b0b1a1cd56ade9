import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { startLocalTwilio } from '../../../../scripts/emulator/local-twilio';
import type { LocalTwilio } from '../../../../scripts/emulator/local-twilio';
import { describeDoor, openProxyDoor } from '../../../../scripts/emulator/proxy-door/open-proxy-door';
import type { OpenDoor } from '../../../../scripts/emulator/proxy-door/open-proxy-door';
import { findProgram, tellPassedOver } from '../../../find-program';

const ROOT = path.resolve(__dirname, '../../../..');

/** Creates a Verify service with the SDK as it comes, and prints what came of it. */
const WITH_SDK = `
  require('twilio')(process.env.TWILIO_ACCOUNT_SID, process.env.TWILIO_AUTH_TOKEN, JSON.parse(process.argv[1]))
    .verify.v2.services.create({ friendlyName: 'Through the door' })
    .then((service) => console.log(service.sid), (error) => console.log(error.message));`;

/** The same in another language, with nothing but its standard library. */
const WITH_PYTHON = `
import base64, os, urllib.request
login = os.environ["TWILIO_ACCOUNT_SID"] + ":" + os.environ["TWILIO_AUTH_TOKEN"]
headers = {"Authorization": "Basic " + base64.b64encode(login.encode()).decode()}
request = urllib.request.Request("https://verify.twilio.com/v2/Services", b"FriendlyName=Through+the+door", headers)
print(urllib.request.urlopen(request).status)`;

describe('openProxyDoor', () => {
  let folder: string;
  let local: LocalTwilio;
  let door: OpenDoor;

  beforeAll(async () => {
    // A blank, as many a home folder has one.
    folder = await mkdtemp(path.join(tmpdir(), 'proxy door-'));
    local = await startLocalTwilio({ clock: 'virtual' });
    door = await openProxyDoor({ twilioPort: local.port, folder, now: Date.now() });
  });
  afterAll(async () => {
    await local.stop();
    await door.stop();
    await rm(folder, { recursive: true });
  });
  afterEach(() => local.store.verifyServices.clear());

  const made = (): unknown[] =>
    [...local.store.verifyServices.values()].map((service) => service.friendlyName);

  async function run(file: string, argv: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<string> {
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      ...door.variables,
      TWILIO_ACCOUNT_SID: local.account.sid,
      TWILIO_AUTH_TOKEN: local.account.authToken,
      ...more,
    };
    return (await promisify(execFile)(file, argv, { cwd: ROOT, env })).stdout.trim();
  }
  const runSdk = (options: object = {}, more: NodeJS.ProcessEnv = {}): Promise<string> =>
    run(process.execPath, ['-e', WITH_SDK, JSON.stringify(options)], more);

  test('leads the unmodified SDK to the local Twilio', async () => {
    expect(await runSdk()).toMatch(/^VA[0-9a-f]{32}$/);
    expect(made()).toEqual(['Through the door']);
  });

  test('leads the SDK by the two variables it reads', async () => {
    const rest = { HTTPS_PROXY: '', SSL_CERT_FILE: '', REQUESTS_CA_BUNDLE: '', CURL_CA_BUNDLE: '' };
    expect(await runSdk({}, rest)).toMatch(/^VA/);
  });

  test('tells the SDK why a region is refused', async () => {
    expect(await runSdk({ region: 'ie1', edge: 'dublin' })).toMatch(
      /does not connect to "verify\.dublin\.ie1.+unset TWILIO_EDGE/,
    );
    expect(made()).toEqual([]);
  });

  test('is not trusted by a program that was not told to', async () => {
    expect(await runSdk({}, { NODE_EXTRA_CA_CERTS: '', SSL_CERT_FILE: '' })).toMatch(/certificate/);
    expect(made()).toEqual([]);
  });

  test('is described by lines that a shell understands', () => {
    const lines = describeDoor(door, local.account);
    expect(lines).toContain(`export HTTP_PROXY=${door.url}`);
    expect(lines).toContain(`export NODE_EXTRA_CA_CERTS='${door.authorityFile}'`);
    const print = 'process.stdout.write(process.env.NODE_EXTRA_CA_CERTS + process.env.TWILIO_ACCOUNT_SID)';
    const script = [...lines, `exec "${process.execPath}" -e '${print}'`].join('\n');
    expect(execFileSync('sh', ['-c', script], { env: {}, encoding: 'utf8' })).toBe(
      door.authorityFile + local.account.sid,
    );
  });

  const curl = findProgram('curl');
  if (curl === null) absent('curl');
  else {
    test('leads curl to the local Twilio by its options', async () => {
      const login = `${local.account.sid}:${local.account.authToken}`;
      const asked = ['https://verify.twilio.com/v2/Services', '-d', 'FriendlyName=By curl', '-u', login];
      const led = ['--proxy', door.url, '--cacert', door.authorityFile];
      await run(curl, ['-q', '-sSf', ...led, ...asked]);
      expect(made()).toEqual(['By curl']);
    });

    test('leads curl nowhere else', async () => {
      const asked = run(curl, ['-q', '-sS', 'https://example.com/']);
      await expect(asked).rejects.toMatchObject({ stderr: expect.stringContaining('403') });
    });
  }

  const python = findProgram('python3');
  if (python === null) absent('python3');
  else
    test('leads Python to the local Twilio', async () => {
      expect(await run(python, ['-c', WITH_PYTHON])).toBe('201');
      expect(made()).toEqual(['Through the door']);
    });
});

/** Stands in for the tests of a program that this computer does not have. */
function absent(name: string): void {
  test(`is not tried with ${name}, which is not installed`, () => {
    tellPassedOver(`${name} through the proxy door, as it is not on the PATH`);
    expect(findProgram(name)).toBeNull();
  });
}
