import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { startLocalTwilio } from '../../scripts/emulator/local-twilio';
import type { LocalTwilio } from '../../scripts/emulator/local-twilio';
import { openProxyDoor } from '../../scripts/emulator/proxy-door/open-proxy-door';
import type { OpenDoor } from '../../scripts/emulator/proxy-door/open-proxy-door';
import { findProgram, tellPassedOver } from '../find-program';

const NUMBER = '+14155550100';

/** The CLI takes seconds to load its commands. */
const SLOW = 60_000;

/** A flow that does nothing, of the right shape. */
const FLOW = {
  description: 'Made by the twilio CLI',
  initial_state: 'Trigger',
  flags: { allow_concurrent_calls: true },
  states: [
    {
      name: 'Trigger',
      type: 'trigger',
      properties: { offset: { x: 0, y: 0 } },
      transitions: ['incomingMessage', 'incomingCall', 'incomingRequest', 'incomingParent'].map((event) => ({
        event,
      })),
    },
  ],
};

const cli = process.env['TWILIO_CLI'] ?? findProgram('twilio');

if (cli === null)
  test('the twilio CLI is not installed: set TWILIO_CLI to its bin/run to try it', () => {
    tellPassedOver('the twilio CLI, as TWILIO_CLI is not set and no twilio is on the PATH');
    expect(findProgram('twilio')).toBeNull();
  });
else
  describe('twilio CLI', () => {
    let home: string;
    let local: LocalTwilio;
    let door: OpenDoor;

    beforeAll(async () => {
      home = await mkdtemp(path.join(tmpdir(), 'twilio-cli-'));
      local = await startLocalTwilio({ clock: 'virtual' });
      door = await openProxyDoor({ twilioPort: local.port, folder: home, now: Date.now() });
    });
    afterAll(async () => {
      await local.stop();
      await door.stop();
      await rm(home, { recursive: true });
    });

    /** What a command prints. Its own updates are none of this test's business. */
    async function run(...argv: readonly string[]): Promise<string> {
      const env = {
        PATH: process.env['PATH'],
        HOME: home,
        ...door.variables,
        TWILIO_ACCOUNT_SID: local.account.sid,
        TWILIO_AUTH_TOKEN: local.account.authToken,
        TWILIO_DISABLE_AUTOUPDATE: '1',
        TWILIO_SKIP_NEW_VERSION_CHECK: '1',
      };
      return (await promisify(execFile)(cli ?? '', argv, { env })).stdout;
    }
    const runJson = async (...argv: readonly string[]): Promise<unknown> =>
      JSON.parse(await run(...argv, '-o', 'json')) as unknown;

    const create = async (resource: string, ...argv: readonly string[]): Promise<string> => {
      const [created] = (await runJson(`api:${resource}:create`, ...argv)) as [{ readonly sid: string }];
      return created.sid;
    };

    test(
      'creates a flow and lists it',
      async () => {
        const names = ['--friendly-name', 'By the CLI', '--status', 'published'];
        const sid = await create('studio:v2:flows', ...names, '--definition', JSON.stringify(FLOW));
        expect(await runJson('api:studio:v2:flows:list')).toEqual([
          expect.objectContaining({ sid, friendlyName: 'By the CLI', status: 'published', revision: 1 }),
        ]);
      },
      SLOW,
    );

    test(
      'creates a Verify service, starts a verification and checks its code',
      async () => {
        const sid = await create('verify:v2:services', '--friendly-name', 'By the CLI', '--code-length', '8');
        const to = ['--service-sid', sid, '--to', NUMBER];
        expect(
          await runJson('api:verify:v2:services:verifications:create', ...to, '--channel', 'sms'),
        ).toEqual([expect.objectContaining({ status: 'pending', to: NUMBER })]);
        const code = /\d{8}/.exec(local.inbox(NUMBER)[0]?.body ?? '')?.[0] ?? '';
        expect(
          await runJson('api:verify:v2:services:verification-check:create', ...to, '--code', code),
        ).toEqual([expect.objectContaining({ status: 'approved', valid: true })]);
      },
      SLOW,
    );

    test(
      'creates a Serverless service and lists it',
      async () => {
        const names = ['--unique-name', 'by-the-cli', '--friendly-name', 'By the CLI'];
        await create('serverless:v1:services', ...names);
        expect(await run('api:serverless:v1:services:list')).toMatch(/^ZS[0-9a-f]{32}\s+by-the-cli\s/m);
      },
      SLOW,
    );

    test(
      'shows an error in the words of the local Twilio',
      async () => {
        const sid = `FW${'0'.repeat(32)}`;
        await expect(run('api:studio:v2:flows:fetch', '--sid', sid)).rejects.toMatchObject({
          stderr: expect.stringContaining(`20404 from Twilio: The requested resource /v2/Flows/${sid}`),
        });
      },
      SLOW,
    );
  });
