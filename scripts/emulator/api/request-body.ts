import { parseBody } from 'hono/utils/body';
import { decodeParameters, type Parameters } from './parameters';

/** Contents of uploaded files, by the name of their field. */
export type UploadedFiles = ReadonlyMap<string, Buffer>;

/** What the APIs read of a body. */
export interface RequestBody {
  readonly form: Parameters;
  readonly files: UploadedFiles;
}

/** Reads a form, `application/x-www-form-urlencoded` or `multipart/form-data`; any other body counts as an empty one. */
export async function readBody(request: Request): Promise<RequestBody> {
  const type = request.headers.get('Content-Type') ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(request);
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  return { form: decodeParameters(isForm ? await request.text() : ''), files: new Map() };
}

/** A body that is no multipart after all counts as empty, so that the parameters it should hold are missing. */
async function readMultipart(request: Request): Promise<RequestBody> {
  const parts: Record<string, string | File> = await parseBody(request, { all: false }).catch(() => ({}));
  const fields = new URLSearchParams();
  const files = new Map<string, Buffer>();
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === 'string') fields.append(name, value);
    else files.set(name, Buffer.from(await value.arrayBuffer()));
  }
  return { form: decodeParameters(fields.toString()), files };
}
