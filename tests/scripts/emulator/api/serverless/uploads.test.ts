import { serverlessUpload } from '../../../../../scripts/emulator/api/serverless-upload/product';
import { request } from 'node:http';
import { account, type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';
import { aFunction } from './arrange';
import { upload } from './upload';

/** Twilio has no document of this host, but the versions that it makes are read with the SDK, which is checked. */
const cases: Readonly<Record<string, (twilio: LocalTwilio) => Promise<void>>> = {
  'POST /v1/Services/{ServiceSid}/Functions/{FunctionSid}/Versions': async (twilio) => {
    const made = await aFunction(twilio);
    const { status, body } = await upload(twilio, { ...made, path: 'otp/request', visibility: 'protected' });
    expect([status, body['path'], body['visibility']]).toEqual([201, '/otp/request', 'protected']);
    const { functionVersions } = made.service.functions(made.functionSid);
    const read = await functionVersions(String(body['sid'])).fetch();
    expect(body).toMatchObject({ url: read.url, links: read.links, function_sid: made.functionSid });
  },
  'POST /v1/Services/{ServiceSid}/Assets/{AssetSid}/Versions': async (twilio) => {
    const made = await aFunction(twilio);
    const { sid } = await made.service.assets.create({ friendlyName: '/logo.png' });
    const content = new Uint8Array([0, 255, 13, 10, 45, 45]);
    const wanted = { ...made, kind: 'asset', resourceSid: sid, path: '/logo.png', content } as const;
    const { status, body } = await upload(twilio, wanted);
    expect([status, body['asset_sid']]).toEqual([201, sid]);
    const stored = twilio.context.store.serverlessServices.get(made.serviceSid)?.resources.asset.get(sid);
    const kept = stored?.versions.get(String(body['sid']))?.content;
    expect([...(kept ?? [])]).toEqual([...content]);
  },
};

describe('serverless-upload.twilio.com', () => {
  let twilio: LocalTwilio;
  beforeEach(async () => {
    twilio = await startLocalTwilio();
  });
  afterEach(() => twilio.stop());

  test('has exactly one case for each route', () => {
    const names = serverlessUpload.routes.map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(cases).sort()).toEqual([...names].sort());
  });

  test.each(Object.entries(cases))('%s makes a version', async (_name, attempt) => {
    await attempt(twilio);
  });

  test('has no version for a function that is not there', async () => {
    const made = await aFunction(twilio);
    const { status, body } = await upload(twilio, { ...made, resourceSid: made.serviceSid });
    expect([status, body['code']]).toEqual([404, 20404]);
  });

  test.each([
    ['application/x-www-form-urlencoded', 'Path=/hello&Visibility=public', 'Content'],
    ['multipart/form-data; boundary=x', 'this is no multipart', 'Path'],
    ['application/json', '{"Path":"/hello"}', 'Path'],
  ])('wants a file in a form, not %s', async (contentType, body, missing) => {
    const { serviceSid, functionSid } = await aFunction(twilio);
    const answer = await post(twilio, `/v1/Services/${serviceSid}/Functions/${functionSid}/Versions`, {
      contentType,
      body,
    });
    expect(answer).toContain(`Missing required parameter ${missing} `);
  });
});

function post(
  { server }: LocalTwilio,
  path: string,
  { contentType, body }: { readonly contentType: string; readonly body: string },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(server.url + path, {
      method: 'POST',
      auth: `${account.sid}:${account.authToken}`,
      headers: { host: serverlessUpload.host, 'content-type': contentType },
    });
    sent.once('error', reject);
    sent.once('response', (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.once('end', () => resolve(text));
    });
    sent.end(body);
  });
}
