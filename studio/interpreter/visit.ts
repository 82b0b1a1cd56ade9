import { evaluateReference, renderTemplate } from '../liquid/studio-liquid';
import { isJsonObject, type JsonObject } from '../model/json';
import type { State } from '../model/flow-definition';
import type { Visit } from '../model/widget';
import { RENDERED_ON_ERROR } from '../model/undocumented';
import { contextOf, outputsOf, runningFrame } from './context';
import { progressOf, warn, type Run } from './run';

/** Shows the running widget what it may read, rendered against the variables as they are now. */
export function visitOf(run: Run, state: State): Visit {
  const frame = runningFrame(run);
  let scope: JsonObject | undefined;
  const scopeNow = (): JsonObject => (scope ??= contextOf(progressOf(run).execution, frame));

  const render = (template: string): string => {
    const rendering = renderTemplate(template, scopeNow(), run.surroundings.now());
    if (rendering.ok) return rendering.text;
    warn(run, 81018, `Template evaluation error: ${rendering.reason}`);
    return RENDERED_ON_ERROR;
  };

  return {
    state,
    triggerKind: frame.parent === null ? run.trigger.kind : 'parent',
    executionSid: run.sid,
    property: (name) => state.properties[name],
    text: (name) => textOf(state, name, render),
    render,
    renderObject: (template, key) => {
      const value =
        objectIn(evaluateReference(template, scopeNow(), run.surroundings.now())) ?? parsed(render(template));
      if (value === null) warn(run, 81027, `The value of "${key}" is not a JSON object`);
      return value;
    },
    previous: outputsOf(frame, state.name),
    isWired: (event) => state.transitions.some((arrow) => arrow.event === event && Boolean(arrow.next)),
    warn: (code, message) => warn(run, code, message),
  };
}

function textOf(state: State, name: string, render: (template: string) => string): string {
  const value = state.properties[name];
  return typeof value === 'string' ? render(value) : '';
}

function parsed(text: string): JsonObject | null {
  try {
    return objectIn(JSON.parse(text));
  } catch {
    return null;
  }
}

function objectIn(value: unknown): JsonObject | null {
  return isJsonObject(value) ? value : null;
}
