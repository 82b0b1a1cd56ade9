import { type CallScript, type CallStep, CODE_PLACEHOLDERS } from './call-script';
import { parseAnswers } from './parse-answers';
import { readCaller } from './read-caller';

/** A script that can be played, or every problem of it, one sentence each. */
export type ParsedCallScript =
  | { readonly ok: true; readonly script: CallScript }
  | { readonly ok: false; readonly problems: readonly string[] };

/** One step, or what is wrong with it. */
type ParsedStep = CallStep | { readonly kind: 'problem'; readonly problem: string };

const STEP_KINDS = ['hears', 'beginsToHear', 'presses', 'silent', 'hangsUp'];
const SCRIPT_KEYS = ['from', 'to', 'steps', 'answers'];
const KEYS = new RegExp(`^(?:[0-9*#]|\\{(?:${CODE_PLACEHOLDERS.join('|')})\\})+$`);

/** Reads a call script (docs/call-scripts.md): `{"from": "+1…", "steps": [{"hears": "…"}, …]}`. */
export function parseCallScript(json: unknown): ParsedCallScript {
  if (!isObject(json)) {
    return { ok: false, problems: ['A call script is a JSON object: {"from": "+14155550100", "steps": []}'] };
  }
  const from = typeof json.from === 'string' ? readCaller(json.from) : null;
  const problems = [...unknownKeys(json), ...addressProblems(from, json.to)];
  const written: unknown = json.steps;
  if (!Array.isArray(written)) problems.push('"steps" must be a list, such as [{"presses": "{code}#"}]');
  const steps = (Array.isArray(written) ? written : []).map(parseStep);
  const good = steps.flatMap((step) => (step.kind === 'problem' ? [] : [step]));
  problems.push(...steps.flatMap((step) => (step.kind === 'problem' ? [step.problem] : [])));
  const answers = parseAnswers(json.answers);
  if (!answers.ok) return { ok: false, problems: [...problems, answers.problem] };
  if (problems.length > 0 || from === null) return { ok: false, problems };
  const { to } = json;
  return {
    ok: true,
    script: {
      from,
      ...(typeof to === 'string' ? { to } : {}),
      steps: good,
      ...(answers.answers && { answers: answers.answers }),
    },
  };
}

function unknownKeys(json: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(json)
    .filter((key) => !SCRIPT_KEYS.includes(key))
    .map((key) => `"${key}" means nothing in a call script: use "from", "to", "steps" and "answers"`);
}

function addressProblems(from: string | null, to: unknown): string[] {
  const problems: string[] = [];
  if (from === null) {
    problems.push('"from" must be the caller\'s number, such as "+14155550100", or "anonymous"');
  }
  if (to !== undefined && (typeof to !== 'string' || !/^\+\d+$/.test(to))) {
    problems.push('"to" must be a number of the account, such as "+14155550199"');
  }
  return problems;
}

function parseStep(json: unknown, index: number): ParsedStep {
  const place = `Step ${index + 1}`;
  if (!isObject(json))
    return { kind: 'problem', problem: `${place} must be an object: {"hears": "welcome"}` };
  const [key, ...others] = Object.keys(json);
  if (key === undefined || others.length > 0 || !STEP_KINDS.includes(key)) {
    return { kind: 'problem', problem: `${place} must have exactly one of "${STEP_KINDS.join('", "')}"` };
  }
  switch (key) {
    case 'hears':
    case 'beginsToHear':
      return parsePattern(place, key, json[key]);
    case 'presses':
      return parsePresses(place, json.presses);
    default:
      if (json[key] !== true) return { kind: 'problem', problem: `${place}: "${key}" must be true` };
      return { kind: key === 'silent' ? 'silent' : 'hangsUp' };
  }
}

function parsePattern(place: string, kind: 'hears' | 'beginsToHear', value: unknown): ParsedStep {
  const problem = `${place}: "${kind}" must be a regular expression, such as "key in the code"`;
  if (typeof value !== 'string' || value === '') return { kind: 'problem', problem };
  try {
    return { kind, pattern: new RegExp(value, 'i') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'problem', problem: `${problem}; ${reason}` };
  }
}

function parsePresses(place: string, value: unknown): ParsedStep {
  if (typeof value === 'string' && KEYS.test(value)) return { kind: 'presses', keys: value };
  const placeholders = CODE_PLACEHOLDERS.map((name) => `{${name}}`).join(', ');
  return { kind: 'problem', problem: `${place}: "presses" takes 0-9, *, # and ${placeholders}` };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
