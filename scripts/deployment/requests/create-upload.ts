import type { Twilio } from 'twilio';

import { isJsonObject } from '../../../studio/model/json';
import type { Upload } from '../account';
import type { BundleFile } from '../bundle/bundle';
import { PermissionError, isPermissionStatus } from './permission-error';
import { withRetries } from './retries';
import type { Retries } from './retries';

/** What an upload needs beside the file. */
export interface UploadOptions extends Retries {
  /** Its credentials, region, connections, proxy and certificates are those of the upload. */
  readonly client: Twilio;
  /** Where the upload host is reached instead: `http://127.0.0.1:4010`. */
  readonly origin?: string;
}

/** The one host of Serverless that the SDK does not know (https://www.twilio.com/docs/serverless/api/resource/function-version). */
const UPLOAD_HOST = 'serverless-upload.twilio.com';

/** In milliseconds; the SDK's own default. */
const TIMEOUT = 30_000;

/** Uploads over the connections of the SDK. Each try sends the whole form anew: a form that was sent is used up. */
export function createUpload(options: UploadOptions): Upload {
  return async (file, place) => {
    const { body, headers } = await encode(file);
    const collection = file.kind === 'function' ? 'Functions' : 'Assets';
    const path = `/v1/Services/${place.serviceSid}/${collection}/${place.resourceSid}/Versions`;
    const answer = await withRetries(options, false, () => post(options, path, body, headers));
    return readSid(answer, options.client.username);
  };
}

async function encode(file: BundleFile): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const form = new FormData();
  form.set('Path', file.path);
  form.set('Visibility', file.visibility);
  form.set('Content', new Blob([file.content], { type: file.contentType }), file.path.slice(1));
  const encoded = new Response(form);
  return {
    body: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'Content-Type': encoded.headers.get('content-type') ?? '' },
  };
}

interface UploadAnswer {
  readonly status: number;
  readonly data: unknown;
}

async function post(
  { client, origin }: UploadOptions,
  path: string,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
): Promise<UploadAnswer> {
  const host = client.getHostname(UPLOAD_HOST, client.edge, client.region);
  const { status, data } = await client.httpClient.axios.request<unknown>({
    method: 'post',
    url: `${origin ?? `https://${host}`}${path}`,
    auth: { username: client.username ?? '', password: client.password ?? '' },
    headers: { ...headers, Host: host },
    data: body,
    // The agent of the SDK already knows the proxy.
    proxy: false,
    timeout: TIMEOUT,
    maxBodyLength: Infinity,
    validateStatus: () => true,
  });
  return { status, data };
}

function readSid({ status, data }: UploadAnswer, username: string | undefined): string {
  if (isPermissionStatus(status)) throw new PermissionError(status, UPLOAD_HOST, data, username);
  const body = isJsonObject(data) ? data : {};
  const { sid, message, code } = body;
  if (status === 201 && typeof sid === 'string') return sid;
  const words = typeof message === 'string' ? message : `the upload host answered ${status}`;
  throw Object.assign(new Error(words), { status, ...(typeof code === 'number' && { code }) });
}
