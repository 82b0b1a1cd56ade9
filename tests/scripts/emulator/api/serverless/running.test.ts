import { request } from 'node:http';
import type { EdgeResponse } from '../../../../../scripts/emulator/runtime/functions-host';
import { type LocalTwilio, startLocalTwilio } from '../../../../../scripts/emulator/local-twilio';
import { isVirtual } from '../../../../../scripts/emulator/time/virtual-clock';
import { uploadTo } from './upload';

/** Answers with a variable, and says so on its console. */
const readsColour = `
exports.handler = (context, event, callback) => {
  console.error('asked for', event.what);
  callback(null, { colour: context.COLOUR ?? null, account: context.ACCOUNT_SID ?? null, version: 1 });
};`;

const secondVersion = readsColour.replace('version: 1', 'version: 2');

/** Needs both packages that every function has. */
const usesPackages = `
const twilio = require('twilio');
const { LocalDevelopmentServer } = require('@twilio/runtime-handler/dev');
exports.handler = (context, event, callback) =>
  callback(null, { sdk: typeof twilio.Twilio, client: typeof context.getTwilioClient().verify, handler: typeof LocalDevelopmentServer });`;

/** An environment that functions can be put into, with the real SDK. */
async function anEnvironment(twilio: LocalTwilio) {
  const { services } = twilio.client().serverless.v1;
  const { sid: serviceSid } = await services.create({ uniqueName: 'example', friendlyName: 'Example' });
  const service = services(serviceSid);
  const made = await service.environments.create({ uniqueName: 'dev-environment', domainSuffix: 'dev' });
  const environment = service.environments(made.sid);
  const { sid: functionSid } = await service.functions.create({ friendlyName: '/colour' });

  const build = async (content: string, visibility = 'public'): Promise<string> => {
    const where = { kind: 'function', serviceSid, resourceSid: functionSid } as const;
    const { body } = await uploadTo(twilio, { ...where, path: '/colour', visibility, content });
    const { sid } = await service.builds.create({ functionVersions: [String(body['sid'])] });
    await pass(twilio, 2000);
    return sid;
  };
  const deploy = async (content: string, visibility?: string): Promise<void> => {
    await environment.deployments.create({ buildSid: await build(content, visibility) });
  };
  const ask = (path = '/colour?what=paint'): Promise<EdgeResponse> =>
    twilio.functions.request({ method: 'GET', domain: made.domainName, path, headers: {}, body: '' });
  return { service, serviceSid, environment, domain: made.domainName, build, deploy, ask };
}

async function pass({ clock }: LocalTwilio, milliseconds: number): Promise<void> {
  if (isVirtual(clock)) await clock.advance(milliseconds);
}

async function colourOf(answer: Promise<EdgeResponse>): Promise<unknown> {
  return JSON.parse((await answer).body);
}

describe('what is deployed by the Serverless API', () => {
  let twilio: LocalTwilio;
  beforeEach(async () => {
    twilio = await startLocalTwilio({ clock: 'virtual' });
  });
  afterEach(() => twilio.stop());

  test('runs under the domain of the environment', async () => {
    const { deploy, ask } = await anEnvironment(twilio);
    expect((await ask()).status).toBe(404);
    await deploy(readsColour);
    expect(await colourOf(ask())).toEqual({ colour: null, account: twilio.account.sid, version: 1 });
  });

  test('finds the packages of this project', async () => {
    const { deploy, ask } = await anEnvironment(twilio);
    await deploy(usesPackages);
    expect(await colourOf(ask())).toEqual({ sdk: 'function', client: 'object', handler: 'function' });
  });

  test('needs a signature when it is protected', async () => {
    const { deploy, ask } = await anEnvironment(twilio);
    await deploy(readsColour, 'protected');
    expect((await ask()).status).toBe(400);
    await deploy(readsColour, 'private');
    expect((await ask()).status).toBe(404);
  });

  test('is replaced by the next deployment', async () => {
    const { deploy, ask } = await anEnvironment(twilio);
    await deploy(readsColour);
    await deploy(secondVersion);
    expect(await colourOf(ask())).toMatchObject({ version: 2 });
  });

  test('is what it was before when an older build is deployed', async () => {
    const { build, environment, ask } = await anEnvironment(twilio);
    const builds = [await build(readsColour), await build(secondVersion)];
    for (const buildSid of [...builds, builds[0] ?? '']) await environment.deployments.create({ buildSid });
    expect(await colourOf(ask())).toMatchObject({ version: 1 });
  });

  test('sees new, changed and deleted variables at once', async () => {
    const { deploy, environment, ask } = await anEnvironment(twilio);
    await deploy(readsColour);
    const { sid } = await environment.variables.create({ key: 'COLOUR', value: 'blue' });
    expect(await colourOf(ask())).toMatchObject({ colour: 'blue' });
    await environment.variables(sid).update({ value: 'green' });
    expect(await colourOf(ask())).toMatchObject({ colour: 'green' });
    await environment.variables(sid).remove();
    expect(await colourOf(ask())).toMatchObject({ colour: null });
  });

  test('sees all variables that are set at the same time', async () => {
    const { deploy, environment, ask } = await anEnvironment(twilio);
    await deploy(readsColour);
    const others = ['A', 'B', 'C', 'D'].map((key) => environment.variables.create({ key, value: 'x' }));
    await Promise.all([...others, environment.variables.create({ key: 'COLOUR', value: 'blue' })]);
    expect(await colourOf(ask())).toMatchObject({ colour: 'blue' });
  });

  test('has no credentials when its service does not include them', async () => {
    const { deploy, service, ask } = await anEnvironment(twilio);
    await deploy(readsColour);
    await service.update({ includeCredentials: false });
    expect(await colourOf(ask())).toMatchObject({ account: null });
  });

  test.each(['nothing deployed instead', 'no environment', 'no service'])('ends with %s', async (end) => {
    const { deploy, service, environment, domain, ask } = await anEnvironment(twilio);
    await deploy(readsColour);
    if (end === 'nothing deployed instead') await environment.deployments.create({});
    else if (end === 'no environment') await environment.remove();
    else await service.remove();
    expect((await ask()).status).toBe(404);
    expect(twilio.functions.domains()).not.toContain(domain);
  });

  test('serves assets byte for byte, also protected ones without an ending', async () => {
    const { service, serviceSid, environment, domain, ask } = await anEnvironment(twilio);
    const content = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const assetVersions = await Promise.all(
      ['/logo.png:public', '/secret:protected'].map(async (text) => {
        const [path = '', visibility = ''] = text.split(':');
        const { sid } = await service.assets.create({ friendlyName: path });
        const where = { kind: 'asset', serviceSid, resourceSid: sid } as const;
        const { body } = await uploadTo(twilio, { ...where, path, visibility, content });
        return String(body['sid']);
      }),
    );
    const { sid: buildSid } = await service.builds.create({ assetVersions });
    await pass(twilio, 2000);
    await environment.deployments.create({ buildSid });
    expect(await download(twilio.url, domain, '/logo.png')).toEqual(Buffer.from(content));
    expect((await ask('/secret')).status).toBe(400);
  });

  test('writes its console to the logs', async () => {
    const { deploy, environment, ask } = await anEnvironment(twilio);
    await deploy(readsColour);
    await ask();
    const [log] = await untilThere(() => environment.logs.list());
    expect(log).toMatchObject({ level: 'error', message: 'asked for paint' });
  });
});

/** A file over HTTP, as a browser gets it. */
function download(url: string, host: string, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { headers: { host } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => resolve(Buffer.concat(chunks)));
    });
    sent.once('error', reject);
    sent.end();
  });
}

/** The console of another process arrives when it does; every round is a request, so this does not spin. */
async function untilThere<T>(look: () => Promise<readonly T[]>): Promise<readonly T[]> {
  for (;;) {
    const found = await look();
    if (found.length > 0) return found;
  }
}
