import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(__dirname, '../..');

/** Just enough of Verify: it starts a verification for anybody. */
function createVerify(hosts: unknown[]): Server {
  return createServer((request, response) => {
    hosts.push(request.headers.host);
    request.resume().once('end', () => {
      const verification = { sid: `VE${'4'.repeat(32)}`, status: 'pending', send_code_attempts: [{}] };
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(verification));
    });
  });
}

async function listen(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** twilio-run asks a question when its port is taken, so it is given one that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('twilio-run start', () => {
  const hosts: unknown[] = [];
  const verify = createVerify(hosts);
  let directory: string;
  let twilioRun: ChildProcess;
  let url: string;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'twilio-run-'));
    const environment = {
      ACCOUNT_SID: `AC${'1'.repeat(32)}`,
      AUTH_TOKEN: '2'.repeat(32),
      VERIFY_SERVICE_SID: `VA${'3'.repeat(32)}`,
    };
    const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`);
    await writeFile(path.join(directory, '.env'), lines.join(''));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    twilioRun = await startTwilioRun(port, path.join(directory, '.env'), await listen(verify));
  }, 30_000);

  afterAll(async () => {
    const ended = once(twilioRun, 'exit');
    twilioRun.kill('SIGKILL');
    await ended;
    verify.closeAllConnections();
    verify.close();
    await rm(directory, { recursive: true });
  });

  test('serves the built functions by the project file', async () => {
    const body = new URLSearchParams({ to: '+14155550100', channel: 'sms' });
    const response = await fetch(`${url}/start-verify`, { method: 'POST', body });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ success: true, status: 'sent' });
    expect(hosts).toEqual(['verify.twilio.com']);
  }, 30_000);
});

/** Resolves once the server has printed where its functions are. */
async function startTwilioRun(
  port: number,
  environmentFile: string,
  twilioPort: number,
): Promise<ChildProcess> {
  const preload = path.join(ROOT, 'dist/emulator/preload.cjs');
  const command = path.join(ROOT, 'node_modules/twilio-run/bin/twilio-run.js');
  const args = ['--require', preload, command, 'start', '--port', String(port), '--env', environmentFile];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: path.dirname(environmentFile),
      LOCAL_TWILIO_PORT: String(twilioPort),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        printed.push(line);
        if (line.includes('/start-verify')) resolve(child);
      });
    child.once('exit', () => reject(new Error(`twilio-run ended: ${printed.join('\n')}`)));
  });
}
