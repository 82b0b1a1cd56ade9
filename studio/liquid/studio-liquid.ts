import { Liquid, type Template } from 'liquidjs';
import { DATE_FILTER_OFFSET_MINUTES } from '../model/undocumented';
import { MAXIMUM_RENDERED_LENGTH } from '../model/limits';
import type { JsonObject } from '../model/json';
import { installFilters } from './filters';
import { LoopTag } from './loop-tag';
import { lexicalError } from './lexical-error';

/** A template rendered, or why it could not be: Studio's warning 81018. */
export type Rendering =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/**
 * Tags of Shopify's classic Liquid that can matter in a text. Left out: `tablerow`, which makes HTML, and what liquidjs adds
 * (`include`, `render`, `layout`…), which reads files.
 */
const TAG_NAMES = [
  'assign',
  'break',
  'capture',
  'case',
  'comment',
  'continue',
  'cycle',
  'decrement',
  'for',
  'if',
  'increment',
  'raw',
  'unless',
];

/** The time that `"now"` shows while one render runs; rendering is synchronous, so one variable is enough. */
let renderedAt = 0;

const engine = createEngine();
const parsed = new Map<string, readonly Template[] | Error>();

/**
 * Renders a template as Studio does (https://www.twilio.com/docs/studio/user-guide/liquid-template-language): unknown
 * variables are empty, unknown filters and tags are errors, loops stop at 15 iterations, text ends at 16 KB.
 */
export function renderTemplate(template: string, scope: JsonObject, now: number): Rendering {
  if (!hasMarkup(template)) return { ok: true, text: template };
  const templates = parseTemplate(template);
  if (templates instanceof Error) return { ok: false, reason: firstLine(templates) };
  renderedAt = now;
  try {
    return bounded(String(engine.renderSync([...templates], scope)));
  } catch (error) {
    return { ok: false, reason: firstLine(error) };
  }
}

/**
 * The value behind a template that is one output and nothing else (`{{flow}}`), so that an object stays an object;
 * undefined for any other template.
 */
export function evaluateReference(template: string, scope: JsonObject, now: number): unknown {
  const expression = /^\s*\{\{([^{}]*)\}\}\s*$/.exec(template)?.[1];
  if (expression === undefined) return undefined;
  renderedAt = now;
  try {
    return engine.evalValueSync(expression.trim(), scope);
  } catch {
    return undefined;
  }
}

function hasMarkup(template: string): boolean {
  return template.includes('{{') || template.includes('{%');
}

/** A template taken apart, or why Studio refuses it. Each text is parsed once. */
export function parseTemplate(template: string): readonly Template[] | Error {
  const known = parsed.get(template);
  if (known !== undefined) return known;
  const result = parseFresh(template);
  parsed.set(template, result);
  return result;
}

function parseFresh(template: string): Template[] | Error {
  const reason = lexicalError(template);
  if (reason !== undefined) return new Error(reason);
  try {
    return engine.parse(template);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Not public: what happens to longer text; here it is a template error, so that nobody speaks half a sentence. */
function bounded(text: string): Rendering {
  if (text.length <= MAXIMUM_RENDERED_LENGTH) return { ok: true, text };
  return {
    ok: false,
    reason: `rendered ${text.length} characters, at most ${MAXIMUM_RENDERED_LENGTH} are allowed`,
  };
}

/** The first line of an error's message: liquidjs adds the lines around the place. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}

function createEngine(): Liquid {
  const liquid = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    timezoneOffset: DATE_FILTER_OFFSET_MINUTES,
    locale: 'en-US',
    memoryLimit: 1_000_000,
    outputEscape: printed,
  });
  for (const name of Object.keys(liquid.tags)) {
    if (!TAG_NAMES.includes(name)) delete liquid.tags[name];
  }
  liquid.registerTag('for', LoopTag);
  installFilters(liquid, () => renderedAt);
  return liquid;
}

/** Not public: how an object prints inside text; here as JSON, which is what `to_json` gives. */
function printed(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(printed).join('');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
