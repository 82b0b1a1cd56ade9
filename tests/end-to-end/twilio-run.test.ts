import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
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

const ENVIRONMENT = {
  ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  AUTH_TOKEN: '2'.repeat(32),
  VERIFY_SERVICE_SID: `VA${'3'.repeat(32)}`,
};

/** The project as `twilio-run` sees it, in a folder of its own: with another port, and a `.env` of its own or none. */
async function copyProject(port: number, environment: Record<string, string> | null): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'twilio-run-'));
  for (const name of ['dist', 'node_modules', 'package.json']) {
    await symlink(path.join(ROOT, name), path.join(directory, name));
  }
  const settings = await readFile(path.join(ROOT, '.twilioserverlessrc'), 'utf8');
  await writeFile(
    path.join(directory, '.twilioserverlessrc'),
    settings.replace(/"port": \d+/, `"port": ${port}`),
  );
  if (environment !== null) {
    const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`);
    await writeFile(path.join(directory, '.env'), lines.join(''));
  }
  return directory;
}

/** A `twilio-run start` that serves. */
interface Serving {
  readonly url: string;
  /** What it has written so far. */
  readonly printed: readonly string[];
  readonly end: () => Promise<void>;
}

/** Runs `twilio-run start` as people do, without a flag; settles once it has printed where its functions are. */
async function startTwilioRun(
  environment: Record<string, string> | null,
  twilioPort: number,
): Promise<Serving> {
  const port = await freePort();
  const directory = await copyProject(port, environment);
  const preload = path.join(ROOT, 'dist/emulator/preload.cjs');
  const command = path.join(ROOT, 'node_modules/twilio-run/bin/twilio-run.js');
  const child = spawn(process.execPath, ['--require', preload, command, 'start'], {
    cwd: directory,
    env: { PATH: process.env['PATH'], HOME: directory, LOCAL_TWILIO_PORT: String(twilioPort) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        printed.push(line);
        if (line.includes('/start-verify')) resolve();
      });
    child.once('exit', () => reject(new Error(`twilio-run ended: ${printed.join('\n')}`)));
  });
  return { url: `http://127.0.0.1:${port}`, printed, end: () => endTwilioRun(child, directory) };
}

async function endTwilioRun(child: ChildProcess, directory: string): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  await rm(directory, { recursive: true });
}

function startVerification({ url }: Serving): Promise<Response> {
  const body = new URLSearchParams({ to: '+14155550100', channel: 'sms' });
  return fetch(`${url}/start-verify`, { method: 'POST', body });
}

describe('twilio-run start', () => {
  const hosts: unknown[] = [];
  const verify = createVerify(hosts);
  let verifyPort: number;
  beforeAll(async () => {
    verifyPort = await listen(verify);
  });
  afterAll(() => {
    verify.closeAllConnections();
    verify.close();
  });

  test('serves the built functions by the project file', async () => {
    const twilioRun = await startTwilioRun(ENVIRONMENT, verifyPort);
    try {
      const response = await startVerification(twilioRun);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ success: true, status: 'sent' });
      expect(hosts).toEqual(['verify.twilio.com']);
    } finally {
      await twilioRun.end();
    }
  }, 30_000);

  test('starts without .env, and its functions say that something is missing', async () => {
    const twilioRun = await startTwilioRun(null, verifyPort);
    try {
      expect(twilioRun.printed.join('\n')).not.toMatch(/error|fail/i);
      const response = await startVerification(twilioRun);
      expect(response.status).toBe(500);
      expect(await response.json()).toMatchObject({ success: false, status: 'error' });
    } finally {
      await twilioRun.end();
    }
  }, 30_000);
});
