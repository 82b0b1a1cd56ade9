import { MAXIMUM_RENDERED_LENGTH } from '../model/limits';
import type { JsonObject } from '../model/json';
import { compileTemplate } from './compile-template';
import { engine, showTime } from './engine';
import { firstLine } from './parse-template';
import { StudioContext } from './studio-context';

/** A template rendered, or why it could not be: Studio's warning 81018. */
export type Rendering =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/**
 * Renders a template as Studio does (https://www.twilio.com/docs/studio/user-guide/liquid-template-language): unknown
 * variables are empty, unknown filters and tags are errors, loops stop at 15 iterations, text ends at 16 KB.
 */
export function renderTemplate(template: string, scope: JsonObject, now: number): Rendering {
  if (!hasMarkup(template)) return { ok: true, text: template };
  const print = compileTemplate(template);
  if (print instanceof Error) return { ok: false, reason: firstLine(print) };
  showTime(now);
  try {
    return bounded(print(scope));
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
  showTime(now);
  try {
    return engine.evalValueSync(expression.trim(), new StudioContext(scope));
  } catch {
    return undefined;
  }
}

/** Whether Liquid has anything to do in a text. */
function hasMarkup(template: string): boolean {
  return template.includes('{{') || template.includes('{%');
}

/** Not public: what happens to longer text; here it is a template error, so that nobody speaks half a sentence. */
function bounded(text: string): Rendering {
  if (text.length <= MAXIMUM_RENDERED_LENGTH) return { ok: true, text };
  return {
    ok: false,
    reason: `rendered ${text.length} characters, at most ${MAXIMUM_RENDERED_LENGTH} are allowed`,
  };
}
