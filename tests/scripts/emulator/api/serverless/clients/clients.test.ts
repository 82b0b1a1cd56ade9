import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { type LocalTwilio, startLocalTwilio } from '../../../../../../scripts/emulator/local-twilio';
import { type ClientRun, runClient } from './run-client';

const project = path.resolve(__dirname, '../../../../../..');
const builtFunctions = path.join(project, 'dist/functions');

/** What the toolkit answers, as far as it is looked at. */
interface Deployed {
  readonly domain: string;
  readonly serviceSid: string;
  readonly environmentSid: string;
  readonly buildSid: string;
  readonly functionResources: readonly { readonly path: string; readonly sid: string }[];
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A request as Studio makes it, to a domain of the local Twilio. */
function post(
  twilio: LocalTwilio,
  domain: string,
  url: string,
  form: Readonly<Record<string, string>>,
): Promise<Answer> {
  const signature = getExpectedTwilioSignature(twilio.account.authToken, `https://${domain}${url}`, {
    ...form,
  });
  const headers = {
    host: domain,
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': signature,
  };
  return new Promise((resolve, reject) => {
    const sent = request(twilio.url + url, { method: 'POST', headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    sent.once('error', reject);
    sent.end(new URLSearchParams(form).toString());
  });
}

describe("Twilio's own clients", () => {
  let twilio: LocalTwilio;
  let directory: string;
  beforeEach(async () => {
    // The clients ask every second, in real time: they find the build done when they ask first.
    twilio = await startLocalTwilio({ clock: 'real', seed: 'clients', buildMilliseconds: 0 });
    directory = await mkdtemp(path.join(tmpdir(), 'clients-'));
  });
  afterEach(async () => {
    await twilio.stop();
    await rm(directory, { recursive: true, force: true });
  });

  const deployProject = (configuration: object): Promise<ClientRun> => {
    const { sid, authToken } = twilio.account;
    const parameters = [sid, authToken, builtFunctions, JSON.stringify(configuration)];
    return runClient(path.join(__dirname, 'deploy-project.cjs'), parameters, {
      port: twilio.port,
      directory,
    });
  };
  const start = (domain: string): Promise<Answer> =>
    post(twilio, domain, '/start-verify', { to: '+14155550100', channel: 'sms' });

  async function aVerifyService(): Promise<string> {
    const { sid } = await twilio.client().verify.v2.services.create({ friendlyName: 'Example' });
    return sid;
  }

  test('deployProject puts the built functions to work', async () => {
    const env = { VERIFY_SERVICE_SID: await aVerifyService() };
    const run = await deployProject({ serviceName: 'verify', env });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const { domain } = JSON.parse(run.stdout) as Deployed;
    expect(domain).toMatch(/^verify-\d{4}-dev\.twil\.io$/);

    const answer = await start(domain);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ success: true, status: 'sent' });
    expect(twilio.inbox('+14155550100')).toHaveLength(1);
  }, 20_000);

  test('deployProject finds what it made before', async () => {
    const configuration = { serviceName: 'verify', env: { VERIFY_SERVICE_SID: await aVerifyService() } };
    const first = JSON.parse((await deployProject(configuration)).stdout) as Deployed;
    const env = { ...configuration.env, LOOKUP_LINE_TYPE: 'true' };
    const again = await deployProject({ ...configuration, env, overrideExistingService: true });
    const second = JSON.parse(again.stdout) as Deployed;
    const { domain, serviceSid, environmentSid } = first;
    expect(second).toMatchObject({ domain, serviceSid, environmentSid });
    expect(sidsOf(second)).toEqual(sidsOf(first));
    expect(second.buildSid).not.toBe(first.buildSid);
    expect(await start(domain)).toMatchObject({ status: 200 });
  }, 20_000);

  test('deployProject hears why dependencies are refused', async () => {
    const pkgJson = { dependencies: { '@twilio/runtime-handler': '2.1.0' } };
    const { exitCode, stderr } = await deployProject({ serviceName: 'verify', env: {}, pkgJson });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('No matching version found for @twilio/runtime-handler@2.1.0');
  }, 20_000);

  test('twilio-run deploy puts a project to work', async () => {
    await writeProject(directory, { VERIFY_SERVICE_SID: await aVerifyService() });
    const { sid, authToken } = twilio.account;
    const script = path.join(project, 'node_modules/twilio-run/bin/twilio-run.js');
    const parameters = ['deploy', '--username', sid, '--password', authToken, '--environment', 'stage'];
    const run = await runClient(script, [...parameters, '-o', 'json'], { port: twilio.port, directory });
    expect(run.exitCode).toBe(0);
    const [domain = ''] = twilio.functions.domains();
    expect(domain).toMatch(/^otp-example-\d{4}-stage\.twil\.io$/);
    expect(run.stdout).toContain(domain);
    expect(JSON.parse((await start(domain)).body)).toMatchObject({ success: true, status: 'sent' });
  }, 30_000);
});

function sidsOf({ functionResources }: Deployed): Readonly<Record<string, string>> {
  return Object.fromEntries(functionResources.map(({ path: url, sid }) => [url, sid]));
}

/** A project of the toolkit around the built functions. */
async function writeProject(directory: string, variables: Readonly<Record<string, string>>): Promise<void> {
  const dependencies = { twilio: '6.2.0', '@twilio/runtime-handler': '2.0.1' };
  await cp(builtFunctions, path.join(directory, 'functions'), { recursive: true });
  await mkdir(path.join(directory, 'assets'));
  await writeFile(
    path.join(directory, 'package.json'),
    JSON.stringify({ name: 'otp-example', dependencies }),
  );
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(path.join(directory, '.env'), lines.join(''));
  await writeFile(path.join(directory, '.twilioserverlessrc'), JSON.stringify({ runtime: 'node22' }));
}
