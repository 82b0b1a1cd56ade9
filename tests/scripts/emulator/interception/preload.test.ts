import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const PRELOAD = path.resolve(__dirname, '../../../../dist/emulator/preload.cjs');

/** Prints the answer to one request, or why there was none. */
const ASK = `const ask = (url) => fetch(url).then((r) => r.text(), (e) => String(e.cause?.code)).then((t) => console.log(t));`;

describe('preload', () => {
  const server = createServer((request, response) => response.end(request.headers.host));
  let variables: Record<string, string>;

  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    variables = { LOCAL_TWILIO_PORT: String((server.address() as AddressInfo).port) };
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  async function run(code: string, env: Record<string, string>): Promise<{ stdout: string; stderr: string }> {
    const [stdout, stderr] = await promisify(execFile)(process.execPath, ['--require', PRELOAD, '-e', code], {
      env,
    }).then((result) => [result.stdout, result.stderr] as const);
    return { stdout: stdout.trim(), stderr };
  }

  test('leads a program to the local Twilio', async () => {
    expect((await run(`${ASK} ask('https://verify.twilio.com/')`, variables)).stdout).toBe(
      'verify.twilio.com',
    );
  });

  test('keeps a program from everything else', async () => {
    expect((await run(`${ASK} ask('https://example.invalid/')`, variables)).stdout).toBe('EBLOCKED');
  });

  test('takes its own variables and proxies away', async () => {
    const env = {
      ...variables,
      HTTP_PROXY: 'http://127.0.0.1:9',
      https_proxy: 'http://127.0.0.1:9',
      KEPT: '1',
    };
    const { stdout } = await run('console.log(JSON.stringify(process.env))', env);
    expect(JSON.parse(stdout)).toEqual({ KEPT: '1' });
  });

  test.each(['', 'execArgv: []', 'env: {}', 'env: {}, execArgv: ["--no-warnings"]'])(
    'covers worker threads with options {%s}',
    async (options) => {
      const thread = JSON.stringify(
        `${ASK} ask('https://api.twilio.com/').then(() => ask('https://example.invalid/'))`,
      );
      const code = `new (require('worker_threads').Worker)(${thread}, { eval: true, ${options} })`;
      const covered = ['api.twilio.com', 'EBLOCKED'];
      expect((await run(code, variables)).stdout.split('\n')).toEqual(covered);
      const child = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(code)}], { stdio: 'inherit' })`;
      expect((await run(child, variables)).stdout.split('\n')).toEqual(covered);
    },
  );

  test('covers what modules of the other kind start', async () => {
    const thread = JSON.stringify(`${ASK} ask('https://example.invalid/')`);
    const { stdout } = await run(
      `import('worker_threads').then((m) => new m.Worker(${thread}, { eval: true, execArgv: [] }))`,
      variables,
    );
    expect(stdout).toBe('EBLOCKED');
  });

  test.each(['{}', '{ NODE_OPTIONS: "--no-warnings" }'])(
    'covers Node programs with environment %s',
    async (env) => {
      const child = JSON.stringify(
        `${ASK} ask('https://api.twilio.com/').then(() => ask('https://example.invalid/'))`,
      );
      const code = `require('child_process').spawn(process.execPath, ['-e', ${child}], { env: ${env}, stdio: 'inherit' })`;
      expect((await run(code, variables)).stdout.split('\n')).toEqual(['api.twilio.com', 'EBLOCKED']);
    },
  );

  test('covers Node programs that are waited for', async () => {
    const child = JSON.stringify(`${ASK} ask('https://example.invalid/')`);
    const code = `require('child_process').execFileSync(process.execPath, ['-e', ${child}], { env: {}, stdio: 'inherit' })`;
    expect((await run(code, variables)).stdout).toBe('EBLOCKED');
  });

  test('refuses everything when it does not know the port', async () => {
    const child = JSON.stringify(`${ASK} ask('https://verify.twilio.com/')`);
    const { stdout, stderr } = await run(
      `${ASK} ask('https://verify.twilio.com/').then(() => require('child_process').spawn(
        process.execPath, ['-e', ${child}], { stdio: 'inherit' }))`,
      {},
    );
    expect(stdout.split('\n')).toEqual(['EBLOCKED', 'EBLOCKED']);
    expect(stderr).toContain('LOCAL_TWILIO_PORT is not a port');
  });
});
