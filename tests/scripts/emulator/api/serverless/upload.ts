import { request } from 'node:http';
import type { Account } from '../../../../../scripts/emulator/entities/account';
import type { ResourceKind } from '../../../../../scripts/emulator/entities/serverless-resource';
import { account, type LocalTwilio } from '../../../../support/local-twilio';

/** An upload; what is left out is as it should be. */
export interface Upload {
  readonly kind: ResourceKind;
  readonly serviceSid: string;
  readonly resourceSid: string;
  readonly path?: string;
  readonly visibility?: string;
  readonly content?: string | Uint8Array<ArrayBuffer>;
}

/** What the upload host answered. */
export interface UploadAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The smallest function that works. */
export const FUNCTION_CODE = "exports.handler = (context, event, callback) => callback(null, 'first');";

/** A local Twilio to upload to. */
export interface UploadTarget {
  readonly url: string;
  readonly account: Account;
}

/** Uploads a version to the local Twilio of a test; the SDK cannot. */
export async function upload({ server }: LocalTwilio, wanted: Upload): Promise<UploadAnswer> {
  return uploadTo({ url: server.url, account }, wanted);
}

/** The same for any local Twilio. */
export async function uploadTo(target: UploadTarget, wanted: Upload): Promise<UploadAnswer> {
  const { kind, serviceSid, resourceSid, path = '/hello', visibility = 'public' } = wanted;
  const form = new FormData();
  form.set('Path', path);
  form.set('Visibility', visibility);
  form.set('Content', new Blob([wanted.content ?? FUNCTION_CODE]), 'hello.js');
  const collection = kind === 'function' ? 'Functions' : 'Assets';
  const address = `/v1/Services/${serviceSid}/${collection}/${resourceSid}/Versions`;
  return send(target, address, new Request('http://localhost', { method: 'POST', body: form }));
}

/** `fetch` would not take a Host of our own. */
async function send(
  target: UploadTarget,
  address: string,
  { headers, body }: Request,
): Promise<UploadAnswer> {
  const content = Buffer.from(await new Response(body).arrayBuffer());
  return new Promise((resolve, reject) => {
    const sent = request(target.url + address, {
      method: 'POST',
      auth: `${target.account.sid}:${target.account.authToken}`,
      headers: {
        host: 'serverless-upload.twilio.com',
        'content-type': headers.get('content-type') ?? '',
        'content-length': content.length,
      },
    });
    sent.once('error', reject);
    sent.once('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.once('end', () => {
        resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) as UploadAnswer['body'] });
      });
    });
    sent.end(content);
  });
}
