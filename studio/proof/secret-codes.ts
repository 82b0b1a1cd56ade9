import type { FlowDefinition, State } from '../model/flow-definition';
import { parametersOf } from '../model/parameters';
import { nameOfOutputs } from './output-name';
import type { ProofQuestion } from './question';
import { pathsIn, type VariablePath } from './reads';
import { verifyFunctionOf } from './verify-functions';

/** Widgets that ask people. */
const PROMPTS = ['gather-input-on-call', 'send-and-wait-for-reply'];

/** What they leave of the answer. */
const ANSWERS = ['Digits', 'SpeechResult', 'inbound.Body'];

const known = new WeakMap<ProofQuestion, ReadonlySet<string>>();

/** Whether a text that comes from there is a code: what was keyed in, said or written to be checked. */
export function isCode(origin: string, question: ProofQuestion): boolean {
  return [...codePrompts(question)].some((prompt) => ANSWERS.some((key) => origin === `${prompt}.${key}`));
}

/**
 * The prompts whose keys, or whose reply, are a code, by the name of what they leave: those that a flow hands to `/check-verify`,
 * directly or by way of variables. What else is keyed in or written (an account number, a choice) is nobody's secret.
 */
function codePrompts(question: ProofQuestion): ReadonlySet<string> {
  const found =
    known.get(question) ??
    new Set([
      ...promptsIn(question.parent.definition, false),
      ...[...question.subflows.values()].flatMap(({ definition }) => promptsIn(definition, true)),
    ]);
  known.set(question, found);
  return found;
}

function promptsIn(flow: FlowDefinition, isInSubflow: boolean): string[] {
  const codes = flow.states
    .filter(({ properties: { url } }) => typeof url === 'string' && verifyFunctionOf(url) === 'check')
    .flatMap(({ properties }) => parametersOf(properties['parameters']))
    .filter(({ key }) => key === 'code')
    .flatMap(({ value }) => pathsIn(value));
  const seen = new Map<string, VariablePath>();
  for (const path of codes) follow(path, flow, seen);
  return flow.states
    .filter(({ type }) => PROMPTS.includes(type))
    .filter((state) => [...seen.values()].some((path) => mayBeOutput(path, state)))
    .map(({ name }) => nameOfOutputs(name, isInSubflow));
}

/** Variables are followed to whatever was put into them. */
function follow(path: VariablePath, flow: FlowDefinition, seen: Map<string, VariablePath>): void {
  const text = JSON.stringify(path);
  if (seen.has(text)) return;
  seen.set(text, path);
  for (const { key, value, widget } of assignmentsIn(flow))
    if (overlap(path, ['flow', 'variables', key]) || overlap(path, ['widgets', widget, key]))
      for (const source of pathsIn(value)) follow(source, flow, seen);
}

function assignmentsIn(flow: FlowDefinition): { key: string; value: string; widget: string }[] {
  return flow.states
    .filter(({ type }) => type === 'set-variables')
    .flatMap(({ name, properties }) =>
      parametersOf(properties['variables']).map(({ key, value }) => ({ key, value, widget: name })),
    );
}

function mayBeOutput(path: VariablePath, { name }: State): boolean {
  return overlap(path, ['widgets', name]);
}

/** Whether one of two paths leads through the other. */
function overlap(one: VariablePath, other: VariablePath): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((key, index) => key === other[index]);
}
