import { isJsonObject, type Json, type JsonObject } from '../model/json';
import type { PropertySpec, Widget } from '../model/widget';
import { checkKeys } from './check-keys';
import type { TypeName } from './mend-type';
import type { Parsing } from './parsing';
import type { Report } from './report';

/** Canvas position, on every widget. */
const OFFSET = 'offset';

/** How the types of a specification are written in JSON. */
const TYPE_NAMES: Readonly<Record<PropertySpec['type'], TypeName>> = {
  string: 'string',
  integer: 'integer',
  boolean: 'boolean',
  object: 'object',
  array: 'array',
  strings: 'array',
  parameters: 'array',
};

/** Checks a widget's properties against its specification. Types are not coerced, as in Studio. */
export function parseProperties(
  properties: JsonObject,
  widget: Widget,
  statePlace: string,
  parsing: Parsing,
): void {
  const place = `${statePlace}/properties`;
  for (const [name, spec] of Object.entries(widget.properties)) {
    const value = properties[name];
    if (value === undefined) {
      if (spec.required) parsing.report.type(`${place}/${name}`, value, TYPE_NAMES[spec.type]);
      continue;
    }
    parseProperty(`${place}/${name}`, value, spec, parsing);
  }
  checkOffset(place, properties[OFFSET], parsing.report);
  if (widget.isOpen || widget.isUnpublished) return;
  checkKeys(properties, [OFFSET, ...Object.keys(widget.properties)], widget.type, place, parsing.report);
}

function parseProperty(place: string, value: Json, spec: PropertySpec, { report, options }: Parsing): void {
  switch (spec.type) {
    case 'string':
      if (spec.alsoInteger && typeof value === 'number') return;
      if (!report.type(place, value, 'string') || typeof value !== 'string') return;
      checkText(place, value, spec, options.allowPlaceholders === true, report);
      return;
    case 'integer':
      if (!report.type(place, value, 'integer') || typeof value !== 'number') return;
      checkRange(place, value, spec, report);
      return;
    case 'boolean':
      report.type(place, value, 'boolean');
      return;
    case 'object':
      report.type(place, value, 'object');
      return;
    case 'array':
      report.type(place, value, 'array');
      return;
    case 'strings':
      if (report.type(place, value, 'array') && Array.isArray(value)) {
        value.forEach((item: Json, index) => report.type(`${place}/${index}`, item, 'string'));
      }
      return;
    case 'parameters':
      if (report.type(place, value, 'array') && Array.isArray(value)) {
        value.forEach((item: Json, index) => checkParameter(`${place}/${index}`, item, report));
      }
  }
}

function checkText(
  place: string,
  value: string,
  spec: PropertySpec,
  allowPlaceholders: boolean,
  report: Report,
): void {
  const isLeftOut = value === '' && spec.required !== true;
  if (spec.enumeration !== undefined && !isLeftOut && !spec.enumeration.includes(value)) {
    const message = `does not have a value in the enumeration [${spec.enumeration.join(', ')}]`;
    report.error('property-types', place, message);
  }
  const isPlaceholder = allowPlaceholders && /^\$\{[^}]+\}$/.test(value);
  if (spec.pattern !== undefined && !isPlaceholder && !spec.pattern.expression.test(value)) {
    report.error('property-types', place, spec.pattern.message);
  }
}

function checkRange(place: string, value: number, spec: PropertySpec, report: Report): void {
  const { minimum = -Infinity, maximum = Infinity } = spec;
  if (value >= minimum && value <= maximum) return;
  report.error('property-types', place, `must be from ${minimum} to ${maximum}, is ${value}`);
}

function checkParameter(place: string, item: Json, report: Report): void {
  if (!report.type(place, item, 'object') || !isJsonObject(item)) return;
  report.type(`${place}/key`, item['key'], 'string');
  report.type(`${place}/value`, item['value'], 'string');
  if (item['type'] !== undefined) report.type(`${place}/type`, item['type'], 'string');
}

/** Where the widget is on the canvas. */
function checkOffset(place: string, offset: Json | undefined, report: Report): void {
  if (offset !== undefined) report.type(`${place}/${OFFSET}`, offset, 'object');
}
