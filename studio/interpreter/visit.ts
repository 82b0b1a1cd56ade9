import { evaluateReference, renderTemplate } from '../liquid/studio-liquid';
import type { Frame } from '../model/execution';
import { isJsonObject, type Json, type JsonObject } from '../model/json';
import type { State } from '../model/flow-definition';
import type { Visit } from '../model/widget';
import { CHOICES, type Choices } from '../model/undocumented';
import type { Fact } from '../model/unknowns';
import { contextOf, outputsOf, runningFrame } from './context';
import { warn, type Run } from './run';

/** Shows the running widget what it may read, rendered against the variables as they are when the visit begins. */
export function visitOf(run: Run, state: State): Visit {
  return new RunningVisit(run, state);
}

/** A class, because the hot loop makes one for every step: its methods exist once, closures would be made each time. */
class RunningVisit implements Visit {
  readonly state: State;
  readonly #run: Run;
  readonly #frame: Frame;
  #scope: JsonObject | undefined;

  constructor(run: Run, state: State) {
    this.state = state;
    this.#run = run;
    this.#frame = runningFrame(run);
  }

  get triggerKind(): Visit['triggerKind'] {
    return this.#frame.parent === null ? this.#run.trigger.kind : 'parent';
  }

  get executionSid(): string {
    return this.#run.sid;
  }

  get choices(): Choices {
    return this.#run.surroundings.choices ?? CHOICES;
  }

  get previous(): JsonObject {
    return outputsOf(this.#frame, this.state.name);
  }

  property(name: string): Json | undefined {
    return this.state.properties[name];
  }

  text(name: string): string {
    const value = this.state.properties[name];
    return typeof value === 'string' ? this.render(value) : '';
  }

  render(template: string): string {
    const { unknowns, now } = this.#run.surroundings;
    const rendering =
      unknowns?.render?.(template, this.#scopeNow()) ?? renderTemplate(template, this.#scopeNow(), now());
    if (rendering.ok) return rendering.text;
    this.warn(81018, `Template evaluation error: ${rendering.reason}`);
    return this.choices.renderedOnError;
  }

  renderObject(template: string, key: string): JsonObject | null {
    const unknown = this.#run.surroundings.unknowns?.objectOf?.(template, this.#scopeNow());
    if (unknown !== undefined) return unknown;
    const value = evaluateReference(template, this.#scopeNow(), this.#run.surroundings.now());
    const object = objectIn(value) ?? parsed(this.render(template));
    if (object === null) this.warn(81027, `The value of "${key}" is not a JSON object`);
    return object;
  }

  decide(fact: Fact): boolean {
    return this.#run.surroundings.unknowns?.decide(fact) ?? fact.holds;
  }

  isWired(event: string): boolean {
    return this.state.transitions.some((arrow) => arrow.event === event && Boolean(arrow.next));
  }

  warn(code: number, message: string): void {
    warn(this.#run, code, message);
  }

  #scopeNow(): JsonObject {
    return (this.#scope ??= contextOf(this.#run, this.#frame));
  }
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
