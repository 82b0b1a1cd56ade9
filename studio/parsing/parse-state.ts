import { isJsonObject, type Json } from '../model/json';
import { didYouMean } from '../model/did-you-mean';
import { widgets } from '../widgets/registry';
import { checkKeys } from './check-keys';
import { parseProperties } from './parse-properties';
import { parseTransitions } from './parse-transitions';
import type { Parsing } from './parsing';
import type { Report } from './report';

/** What a widget consists of. */
const KEYS = ['name', 'type', 'transitions', 'properties'];

/** Reads one widget: exactly `name`, `type`, `transitions` and `properties`, as its type says. */
export function parseState(state: Json, index: number, parsing: Parsing): void {
  const { report } = parsing;
  const place = `#/states/${index}`;
  if (!report.type(place, state, 'object') || !isJsonObject(state)) return;
  const { name, type, transitions, properties } = state;
  checkKeys(state, KEYS, 'a widget', place, report);
  if (report.type(`${place}/name`, name, 'string') && name === '') {
    report.error('envelope', `${place}/name`, 'a widget needs a name, this one is empty: name it');
  }
  const hasType = report.type(`${place}/type`, type, 'string');
  report.type(`${place}/transitions`, transitions, 'array');
  report.type(`${place}/properties`, properties, 'object');
  if (!hasType || typeof type !== 'string') return;
  const widget = widgets.get(type);
  if (widget === undefined) {
    report.error('known-types', `${place}/type`, unknownType(type));
    return;
  }
  if (widget.isUnpublished) warnUnpublished(type, place, report);
  if (Array.isArray(transitions)) parseTransitions(transitions, widget, place, report);
  if (isJsonObject(properties)) parseProperties(properties, widget, place, parsing);
}

function unknownType(type: string): string {
  const meant = didYouMean(type, widgets.keys());
  return `does not have a value in the enumeration: "${type}" is no widget type of Studio${meant}: take one from https://www.twilio.com/docs/studio/widget-library`;
}

function warnUnpublished(type: string, place: string, report: Report): void {
  const message = `nobody published what a "${type}" may hold: its properties and events are not checked`;
  report.warning('unpublished-types', `${place}/type`, message);
}
