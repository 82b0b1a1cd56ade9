import { isJsonObject } from '../../studio/model/json';
import type { OpenApiDocument } from './openapi-document';

/** A schema, as far as its properties go. */
interface ObjectSchema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, ObjectSchema>>;
  readonly items?: ObjectSchema;
}

/** Properties that the SDK of today reads, and that the installed documents, which are older, do not have yet. */
const newProperties = new Set(['author_sid', 'contact_sid', 'flow_version', 'initiated_by']);

/**
 * The documents require nothing and forbid nothing, so any object would pass for any resource. Here every property of
 * a schema must be there, and no other. Empty schemas and maps may hold what they like.
 */
export function missingAndExtra(
  schema: object,
  value: unknown,
  document: OpenApiDocument,
  at = '',
): readonly string[] {
  const { properties, items } = resolve(schema, document);
  if (Array.isArray(value)) {
    return items === undefined
      ? []
      : value.flatMap((item, index) => missingAndExtra(items, item, document, `${at}/${index}`));
  }
  if (!isJsonObject(value) || properties === undefined) return [];
  return [
    ...Object.keys(properties)
      .filter((key) => !(key in value))
      .map((key) => `${at}/${key} is missing`),
    ...Object.keys(value)
      .filter((key) => !(key in properties) && !newProperties.has(key))
      .map((key) => `${at}/${key} is extra`),
    ...Object.entries(properties).flatMap(([key, inner]) =>
      missingAndExtra(inner, value[key], document, `${at}/${key}`),
    ),
  ];
}

/** The same value without the members that are null, at any depth. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(entries.map(([key, member]) => [key, withoutNulls(member)]));
}

function resolve(schema: ObjectSchema, document: OpenApiDocument): ObjectSchema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace('#/components/schemas/', '');
  return document.components.schemas[name] as ObjectSchema;
}
