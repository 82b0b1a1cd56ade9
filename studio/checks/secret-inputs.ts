import { analyzeTemplate, type VariablePath } from '../liquid/analyze-template';
import type { CheckedFlow } from './checked-flow';
import type { LiquidText } from './liquid-texts';

/** Names of what carries a secret, in small letters with `_` between the words. */
const SECRET_KEY = /(^|_)(verification|one_?time)?_?(code|otp|pin|passcode|password)$/;

/** Codes that are none. */
const OPEN_CODE =
  /(^|_)(zip|postal|post|area|country|promo|store|dialing|language|product|item|department|error|status|response|reason|currency)_code$/;

/** A key with a Liquid output as its value, in JSON and in a query or a form. */
const NAMED_OUTPUTS = [/"([\w-]+)"\s*:\s*"?(\{\{[^{}]*\}\})/g, /(?:^|[?&])([\w-]+)=(\{\{[^{}]*\}\})/g];

/**
 * The gathers whose keys or speech go into something that is named for a secret: a parameter, or a value in the URL or the
 * body of a request; also by way of any number of variables.
 */
export function secretInputsOf(flow: CheckedFlow): ReadonlySet<string> {
  const setters = settersOf(flow);
  const followed = new Set<string>();
  const gathers = new Set<string>();
  const open = flow.liquid.flatMap(secretReads);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const variable = variableOf(flow, path);
    if (variable === undefined) {
      const [root, name, key] = path;
      if (root === 'widgets' && (key === 'Digits' || key === 'SpeechResult')) gathers.add(String(name));
    } else if (!followed.has(variable)) {
      followed.add(variable);
      for (const text of setters.get(variable) ?? []) open.push(...readsOf(text.text));
    }
  }
  return gathers;
}

/** What goes into something of a secret's name. */
function secretReads(text: LiquidText): readonly VariablePath[] {
  if (text.property === 'parameters') return isSecret(text.key ?? '') ? readsOf(text.text) : [];
  if (text.property !== 'body' && text.property !== 'url') return [];
  const outputs = NAMED_OUTPUTS.flatMap((pattern) => [...text.text.matchAll(pattern)]);
  return outputs.flatMap(([, key = '', output = '']) => (isSecret(key) ? readsOf(output) : []));
}

function isSecret(key: string): boolean {
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
  return SECRET_KEY.test(words) && !OPEN_CODE.test(words);
}

function readsOf(template: string): readonly VariablePath[] {
  const analysis = analyzeTemplate(template);
  return analysis.ok ? analysis.reads.map(({ path }) => path) : [];
}

/** A variable by either of its names: Set Variables also leaves it at `widgets.<its name>.<key>`. */
function variableOf(flow: CheckedFlow, [root, second, third]: VariablePath): string | undefined {
  const isVariable =
    root === 'flow'
      ? second === 'variables'
      : root === 'widgets' && flow.byName.get(String(second))?.state.type === 'set-variables';
  return isVariable ? String(third) : undefined;
}

function settersOf(flow: CheckedFlow): ReadonlyMap<string, readonly LiquidText[]> {
  const setters = new Map<string, LiquidText[]>();
  for (const text of flow.liquid) {
    if (text.property !== 'variables' || text.key === undefined) continue;
    const others = setters.get(text.key);
    if (others === undefined) setters.set(text.key, [text]);
    else others.push(text);
  }
  return setters;
}
