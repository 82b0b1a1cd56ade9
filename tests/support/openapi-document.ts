import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of an OpenAPI 3.0 document that the checks need; schemas stay as they are. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** One operation of a document. */
export interface Operation {
  /** `/v2/Services/{Sid}` */
  readonly path: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: FormSchema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>
  >;
}

/** The schema of a form: its fields by name. */
export interface FormSchema {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

/** Twilio's own documents, as its command-line tool brings them along. */
const files: Readonly<Record<string, string>> = {
  'verify.twilio.com': 'twilio_verify_v2.json',
  'studio.twilio.com': 'twilio_studio_v2.json',
  'lookups.twilio.com': 'twilio_lookups_v2.json',
  'api.twilio.com': 'twilio_api_v2010.json',
  'serverless.twilio.com': 'twilio_serverless_v1.json',
  'events.twilio.com': 'twilio_events_v1.json',
  'sync.twilio.com': 'twilio_sync_v1.json',
};

const documents = new Map<string, OpenApiDocument>();

/** Twilio's official document for a host; read once. Throws for a host that has none. */
export function documentOf(host: string): OpenApiDocument {
  const known = documents.get(host);
  if (known !== undefined) return known;
  const file = files[host];
  if (file === undefined) throw new Error(`Cannot check ${host}: no OpenAPI document is known for it`);
  const folder = join(__dirname, '../../node_modules/@twilio/cli-core/src/services/twilio-api');
  const document = normalise(JSON.parse(readFileSync(join(folder, file), 'utf8'))) as OpenApiDocument;
  documents.set(host, document);
  return document;
}

/** The operation that a request asks for; of several that fit, the one with the most literal segments. */
export function findOperation(
  document: OpenApiDocument,
  method: string,
  path: string,
): Operation | undefined {
  const operations = Object.entries(document.paths)
    .filter(([template, item]) => method.toLowerCase() in item && toPattern(template).test(path))
    .sort(([one], [other]) => variablesIn(one) - variablesIn(other))
    .map(([template, item]) => ({ ...(item[method.toLowerCase()] as Operation), path: template }));
  return operations[0];
}

/** The variable segments of a path, by name. */
export function segmentsOf(template: string, path: string): Readonly<Record<string, string>> {
  const groups = toPattern(template).exec(path)?.groups ?? {};
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}

function variablesIn(template: string): number {
  return template.split('{').length;
}

function toPattern(template: string): RegExp {
  const source = template.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+?)');
  return new RegExp(`^${source}$`);
}

/** As shipped, the documents have `nullable` without a type, and formats that no validator knows. */
function normalise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== 'object' || value === null) return value;
  const isSchemaWithoutType = 'nullable' in value && !('type' in value);
  const entries = Object.entries(value).filter(([key, member]) => {
    if (key.startsWith('x-') || key === 'examples' || key === 'example') return false;
    if (key === 'format' && typeof member === 'string') return false;
    return !(key === 'nullable' && isSchemaWithoutType);
  });
  return Object.fromEntries(entries.map(([key, member]) => [key, normalise(member)]));
}
