import { IfTag, Output, TypeGuards, type Template } from 'liquidjs';
import { isJsonObject, type Json, type JsonObject } from '../model/json';
import {
  computedText,
  isFilled,
  isUnknown,
  openObject,
  originsIn,
  originsOf,
  type Origin,
} from '../model/unknown';
import { compileExpression, isTruthy } from './compile-expression';
import { engine, printed } from './engine';
import { firstLine, parseTemplate } from './parse-template';
import { keptCharacters } from './kept-characters';
import type { Rendering } from './studio-liquid';
import { plainPath, valueAt } from './unknown-path';
import { watchedScope, type Watch } from './watch';

/** What `"now"` is made of: nobody knows when somebody calls. */
const CLOCK: Origin = { name: 'the time of the call', characters: Infinity };

const parsed = new Map<string, Template[] | Error>();
const literals = new WeakMap<Template, string>();

/**
 * Renders a template on variables that are partly unknown (`studio/model/unknown.ts`). A plain output copies an unknown value;
 * whatever else reads one becomes a text that nobody knows. What reads none is rendered as always.
 */
export function renderWithUnknowns(template: string, scope: JsonObject): Rendering {
  if (!template.includes('{{') && !template.includes('{%')) return { ok: true, text: template };
  const nodes = parsedTemplate(template);
  if (nodes instanceof Error) return { ok: false, reason: firstLine(nodes) };
  try {
    return { ok: true, text: renderNodes(nodes, scope) ?? watchedText([...nodes], scope) };
  } catch (error) {
    return { ok: false, reason: firstLine(error) };
  }
}

/**
 * The object that a template gives when part of it is unknown: the very object, where the template names one; else an
 * object of which nothing is known. Undefined when everything that the template reads is known.
 */
export function objectWithUnknowns(template: string, scope: JsonObject): JsonObject | undefined {
  const value = referenced(template, scope);
  if (isJsonObject(value)) return originsIn(value).length > 0 ? value : undefined;
  const rendering = renderWithUnknowns(template, scope);
  if (!rendering.ok || !isUnknown(rendering.text)) return undefined;
  return openObject(
    originsOf(rendering.text)
      .map(({ name }) => name)
      .join(' and '),
  );
}

/** Each text is taken apart once. */
function parsedTemplate(template: string): Template[] | Error {
  const known = parsed.get(template) ?? parseTemplate(template);
  parsed.set(template, known);
  return known;
}

/** The value of a template that is one plain output and nothing else. */
function referenced(template: string, scope: JsonObject): Json | undefined {
  const nodes = parsedTemplate(template.trim());
  const [only] = nodes instanceof Error ? [] : nodes;
  if (nodes instanceof Error || nodes.length !== 1 || !(only instanceof Output)) return undefined;
  const path = only.value.filters.length === 1 ? plainPath(only.value.initial) : undefined;
  return path === undefined ? undefined : valueAt(scope, path);
}

/** Undefined when one of the nodes may change what the others see. */
function renderNodes(nodes: readonly Template[], scope: JsonObject): string | undefined {
  let all = '';
  for (const node of nodes) {
    const text = renderNode(node, scope);
    if (text === undefined) return undefined;
    all += text;
  }
  return all;
}

function renderNode(node: Template, scope: JsonObject): string | undefined {
  if (node instanceof Output) return renderOutput(node, scope);
  if (node instanceof IfTag) return renderIf(node, scope);
  if (!TypeGuards.isHTMLToken(node.token)) return undefined;
  const known = literals.get(node) ?? String(engine.renderSync([node], {}));
  literals.set(node, known);
  return known;
}

/** The last filter of every output is the engine's own, which prints objects: `printed`. */
function renderOutput(output: Output, scope: JsonObject): string {
  const { initial, filters } = output.value;
  const path = filters.length === 1 ? plainPath(initial) : undefined;
  if (path === undefined) return watchedText([output], scope, keptCharacters(filters.slice(0, -1)));
  const value = valueAt(scope, path);
  if (typeof value === 'string') return value;
  const origins = value === undefined ? [] : originsIn(value);
  return origins.length > 0 ? computedText(origins) : printed(value);
}

/** Undefined when a condition has more to it than names, constants and comparisons. */
function renderIf({ branches, elseTemplates }: IfTag, scope: JsonObject): string | undefined {
  const watch: Watch = { read: new Map() };
  const seen = watchedScope(scope, watch);
  for (const { value, templates } of branches) {
    const condition = value.filters.length === 0 ? compileExpression(value.initial) : undefined;
    if (condition === undefined) return undefined;
    const holds = isTruthy(condition(seen));
    if (watch.read.size > 0) return renderedEither(branches, elseTemplates ?? [], scope, watch);
    if (holds) return renderNodes(templates, scope);
  }
  return renderNodes(elseTemplates ?? [], scope);
}

/** Nobody knows which branch is taken: the text is made of what any of them is made of. */
function renderedEither(
  branches: IfTag['branches'],
  otherwise: readonly Template[],
  scope: JsonObject,
  { read }: Watch,
): string | undefined {
  const ways = [...branches.map(({ templates }) => templates), otherwise];
  const texts = ways.flatMap((nodes) => renderNodes(nodes, scope) ?? []);
  if (texts.length < ways.length) return undefined;
  const origins = texts.flatMap((text) => addedUp(originsOf(text)));
  const decided = [...read.keys()].map((name) => ({ name, characters: 0 }));
  return computedText([...decided, ...origins], texts.every(isFilled));
}

/** All that one text has of each origin. */
function addedUp(origins: readonly Origin[]): Origin[] {
  const sums = new Map<string, number>();
  for (const { name, characters } of origins) sums.set(name, characters + (sums.get(name) ?? 0));
  return [...sums].map(([name, characters]) => ({ name, characters }));
}

/** Left to liquidjs, which sees every variable under watch. */
function watchedText(nodes: Template[], scope: JsonObject, kept = Infinity): string {
  const watch: Watch = { read: new Map() };
  const hasClock = nodes.some(readsClock);
  let text: string;
  try {
    text = String(engine.renderSync(nodes, watchedScope(scope, watch)));
  } catch (error) {
    // Whether it fails hangs on what is unknown: it may as well give a text.
    if (watch.read.size === 0 && !hasClock) throw error;
    text = '';
  }
  const origins = [...watch.read.values(), ...(hasClock ? [CLOCK] : [])];
  if (origins.length === 0) return text;
  return computedText(origins.map(({ name }) => ({ name, characters: kept })));
}

/** The `date` filter tells the time, or hangs on the time zone. */
function readsClock({ token }: Template): boolean {
  return /\|\s*date\b/.test(token.input);
}
