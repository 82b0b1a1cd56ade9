import Ajv, { type ValidateFunction } from 'ajv';
import {
  documentOf,
  findOperation,
  type OpenApiDocument,
  type Operation,
  segmentsOf,
} from './openapi-document';
import { missingAndExtra, withoutNulls } from './openapi-properties';

/** A request and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
  /** Headers that make a request conditional: `If-Match`. None by default. */
  readonly conditions?: Readonly<Record<string, string>>;
  readonly status: number;
  /** Parsed JSON; undefined when there was none. */
  readonly body: unknown;
}

/**
 * Everything in an exchange that is not as Twilio's OpenAPI document says. A request that was refused may have been
 * wrong on purpose, so of a 4xx only the body is looked at: the documents do not describe it, Twilio's pages do.
 */
export function problemsOf(exchange: Exchange): readonly string[] {
  const document = documentOf(exchange.host);
  const name = `${exchange.method} ${exchange.path}`;
  if (exchange.status >= 400) return problemsOfError(exchange).map((problem) => `${name}: ${problem}`);
  const operation = findOperation(document, exchange.method, exchange.path);
  if (operation === undefined) return [`${name}: Twilio has no such operation`];
  return [
    ...problemsOfRequest(exchange, operation, document),
    ...problemsOfAnswer(exchange, operation, document),
  ].map((problem) => `${name}: ${problem}`);
}

function problemsOfError({ status, body }: Exchange): readonly string[] {
  // Some errors say more in `details`, which the SDK passes on as it is.
  const { code, message, details: _details, ...rest } = (body ?? {}) as Record<string, unknown>;
  const isUsual = Number.isInteger(code) && typeof message === 'string' && message !== '';
  const more = { more_info: `https://www.twilio.com/docs/errors/${String(code)}`, status };
  const isComplete =
    JSON.stringify(Object.entries(rest).sort()) === JSON.stringify(Object.entries(more).sort());
  return isUsual && isComplete ? [] : [`not Twilio's shape of an error: ${JSON.stringify(body)}`];
}

function problemsOfRequest(
  exchange: Exchange,
  operation: Operation,
  document: OpenApiDocument,
): readonly string[] {
  const parametersIn = (place: string): Record<string, object> =>
    Object.fromEntries(
      (operation.parameters ?? [])
        .filter((each) => each.in === place)
        .map((each) => [each.name, each.schema]),
    );
  const form = operation.requestBody?.content['application/x-www-form-urlencoded']?.schema;
  const segments = segmentsOf(operation.path, exchange.path);
  const required = form?.required ?? [];
  return [
    ...problemsOfValues('path', segments, parametersIn('path'), document),
    ...problemsOfValues('query', exchange.query, parametersIn('query'), document),
    ...problemsOfValues('header', exchange.conditions ?? {}, parametersIn('header'), document),
    ...problemsOfValues('form', exchange.form, form?.properties ?? {}, document),
    ...required.filter((name) => !(name in exchange.form)).map((name) => `form: ${name} is missing`),
  ];
}

function problemsOfValues(
  place: string,
  values: Readonly<Record<string, string>>,
  schemas: Readonly<Record<string, object>>,
  document: OpenApiDocument,
): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const schema = schemas[name];
    if (schema === undefined) return [`${place}: ${name} is not in Twilio's document`];
    const wrapped = { type: 'object', properties: { [name]: schema } };
    // Forms carry numbers and booleans as text, and objects as JSON.
    const text = isObjectSchema(schema) ? (JSON.parse(value) as unknown) : value;
    return complaints(compile(document, 'coercing', wrapped), { [name]: text }).map(
      (each) => `${place}: ${each}`,
    );
  });
}

function isObjectSchema(schema: object): boolean {
  return !('type' in schema) && !('$ref' in schema);
}

function problemsOfAnswer(
  { status, body }: Exchange,
  operation: Operation,
  document: OpenApiDocument,
): readonly string[] {
  const response = operation.responses[String(status)];
  if (response === undefined) return [`status ${status} is not in Twilio's document`];
  const schema = response.content?.['application/json']?.schema;
  if (schema === undefined) return body === undefined || body === '' ? [] : ['a body where none belongs'];
  // Documents and examples disagree about what may be null, so null counts as left out; but the key must be there.
  const validate = compile(document, 'strict', schema);
  return [...complaints(validate, withoutNulls(body)), ...missingAndExtra(schema, body, document)];
}

const ajvs = {
  coercing: new Ajv({ strict: false, validateSchema: false, allErrors: true, coerceTypes: 'array' }),
  strict: new Ajv({ strict: false, validateSchema: false, allErrors: true }),
};
const compiled = new WeakMap<OpenApiDocument, Map<string, ValidateFunction>>();

/** Schemas refer to `#/components`, so they are compiled inside a copy of the document. */
function compile(document: OpenApiDocument, mode: keyof typeof ajvs, schema: object): ValidateFunction {
  const known = compiled.get(document) ?? new Map<string, ValidateFunction>();
  compiled.set(document, known);
  const key = mode + JSON.stringify(schema);
  const validate = known.get(key) ?? ajvs[mode].compile({ allOf: [schema], components: document.components });
  known.set(key, validate);
  return validate;
}

function complaints(validate: ValidateFunction, value: unknown): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? 'is wrong'}`);
}
