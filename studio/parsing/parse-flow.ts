import type { FlowDefinition } from '../model/flow-definition';
import { isJsonObject, type Json, type JsonObject } from '../model/json';
import type { Problem } from '../model/problem';
import { checkNames } from './check-names';
import { flowObject } from './flow-object';
import { parseState } from './parse-state';
import type { ParseOptions } from './parsing';
import { Report } from './report';

/** A definition that can be run, with what is doubtful in it; or everything that is wrong with it. */
export type ParsedFlow =
  | { readonly ok: true; readonly flow: FlowDefinition; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** States of one flow (https://www.twilio.com/docs/studio/rest-api/v2/schemas). */
const MAXIMUM_STATES = 1000;

/** The only schema that a definition may name (same page). */
const SCHEMA = 'https://schemas.twilio.com/studio/draft/2019-09/flow-definition';

/**
 * Reads a flow definition as Studio's own validation does (error 81022, https://www.twilio.com/docs/api/errors/81022): all
 * problems at once, in document order, nothing coerced. Never throws.
 */
export function parseFlow(json: unknown, options: ParseOptions = {}): ParsedFlow {
  const report = new Report(options.saysMends === true);
  if (!isJsonObject(json)) {
    report.error('envelope', '#', 'a flow definition is a JSON object');
    return { ok: false, problems: report.problems };
  }
  checkEnvelope(json, report);
  const states: readonly Json[] = Array.isArray(json['states']) ? json['states'] : [];
  states.forEach((state, index) => parseState(state, index, { report, options }));
  checkNames(states, json['initial_state'], report);
  if (report.hasErrors()) return { ok: false, problems: report.problems };
  return { ok: true, flow: flowObject(json), problems: report.problems };
}

function checkEnvelope(json: JsonObject, report: Report): void {
  const { description, initial_state: initial, states } = json;
  checkSchema(json['$schema'], report);
  if (description !== undefined) report.type('#/description', description, 'string');
  if (report.type('#/initial_state', initial, 'string') && initial === '') {
    report.error(
      'envelope',
      '#/initial_state',
      'must name the first widget, is empty: write the name of the trigger',
    );
  }
  if (!report.type('#/states', states, 'array')) return;
  if (Array.isArray(states) && (states.length === 0 || states.length > MAXIMUM_STATES)) {
    const mend = states.length === 0 ? 'add a trigger' : 'move some into a subflow';
    const message = `must hold 1 to ${MAXIMUM_STATES} widgets, holds ${states.length}: ${mend}`;
    report.error('envelope', '#/states', message);
  }
  checkFlags(json['flags'], report);
}

function checkSchema(schema: Json | undefined, report: Report): void {
  if (schema === undefined || !report.type('#/$schema', schema, 'string') || schema === SCHEMA) return;
  report.error('envelope', '#/$schema', `does not have a value in the enumeration [${SCHEMA}]`);
}

function checkFlags(flags: Json | undefined, report: Report): void {
  if (flags === undefined || !report.type('#/flags', flags, 'object') || !isJsonObject(flags)) return;
  report.type('#/flags/allow_concurrent_calls', flags['allow_concurrent_calls'], 'boolean');
}
