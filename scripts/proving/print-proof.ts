import { PROPERTIES } from '../../studio/proof/properties/registry';
import type { Cost } from '../../studio/proof/cost';
import type { Explored } from '../../studio/proof/judge-scenario';
import { stepsIn } from '../../studio/proof/arrival';
import type { Scripted } from '../../studio/proof/call-script';
import type { Proof } from '../../studio/proof/prove';
import type { Violation } from '../../studio/proof/violation';
import { printHappenings } from './print-happenings';

/** Why there are question marks. */
const SEARCH_ENDED =
  '? is what was not judged to the end, as one violation is enough here; npm run prove -- --all goes on.';

/** Characters of a call script that are still printed. */
const LONGEST_SCRIPT = 4_000;

/** A proof in plain lines: the verdict, what was looked at, each property, what a call can cost, and what is wrong. */
export function printProof(proof: Proof): string[] {
  return [
    verdict(proof),
    '',
    ...proof.explored.map(printExplored),
    '',
    ...PROPERTIES.map(({ name, statement }) => `${markOf(name, proof)} ${name}: ${statement}`),
    `${markOf('termination', proof)} termination: every call ends by itself`,
    '',
    ...printCosts(proof),
    ...proof.reasons.map((reason) => `Not proven: ${reason}.`),
    ...(proof.status === 'refuted' && !proof.isComplete ? [SEARCH_ENDED, ''] : []),
    ...distinct(proof.violations).flatMap(printViolation),
  ];
}

function verdict({ status, violations, isComplete }: Proof): string {
  if (status === 'proven') return 'Proven: nobody reaches a protected widget unverified.';
  if (status === 'not-proven')
    return isComplete
      ? 'Not proven: no call was found that breaks a property, but one may: see below.'
      : 'Not proven: no call was found that breaks a property, but not everything was looked at: see below.';
  return `Refuted: ${[...new Set(violations.map(({ property }) => property))].join(', ')}.`;
}

/** The same mistake shows for several kinds of call; once is enough. */
function distinct(violations: readonly Violation[]): Violation[] {
  const same = (one: Violation, other: Violation): boolean =>
    one.property === other.property && one.message === other.message;
  return violations.filter(
    (violation, index) => violations.findIndex((other) => same(violation, other)) === index,
  );
}

function printExplored({ title, questions, states, choices }: Explored): string {
  const otherwise = questions.map((question) => `, ${question} being otherwise`).join('');
  return `${capital(title)}${otherwise}: ${String(states)} states, ${String(choices)} choices`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function markOf(property: string, proof: Proof): string {
  if (proof.violations.some((violation) => violation.property === property)) return '✗';
  return proof.isComplete && !proof.doubted.includes(property) ? '✔' : '?';
}

/** Of calls all kinds together; of what begins otherwise each. */
function printCosts({ cost, explored }: Proof): string[] {
  const others = explored.filter(({ kind, questions }) => kind !== 'call' && questions.length === 0);
  return [
    ...printCost('One call', cost),
    ...others.flatMap((other) => printCost(capital(other.title), other.cost)),
  ];
}

function printCost(what: string, cost: Cost | null): string[] {
  if (cost === null) return [];
  const { steps, seconds, texts, functionCalls, besides } = cost;
  return [
    `${what} takes at most ${String(steps)} steps (Studio allows 1 000) and ${String(Math.ceil(seconds))} seconds, asks for at most`,
    `${String(texts)} text messages with a code, and calls functions at most ${String(functionCalls)} times.`,
    ...besides.map((sentence) => `Beside that: ${sentence}.`),
    '',
  ];
}

/** What is wrong, what happens until it shows, and the same as a script that `npm run call` plays. */
function printViolation(violation: Violation): string[] {
  const { property, message, title, caller, happens, script, edges } = violation;
  return [
    `${property}: ${message}`,
    `  ${capital(title)} from ${caller === '' ? 'no number' : caller}:`,
    ...printHappenings(happens),
    ...printEnd(edges),
    printScript(script),
    '',
  ];
}

/** The widgets that the last happening leads by: the arrow to mend is one of them. */
function printEnd(edges: Violation['edges']): string[] {
  const last = edges.at(-1);
  const steps = last === undefined ? [] : stepsIn(last);
  if (steps.length === 0) return [];
  const way = steps.map(({ widget, event }) => `${widget}, ${event}`);
  return [`    → ${[...way, steps.at(-1)?.next ?? 'the end'].join(' → ')}`];
}

/** On one line, for copying; or how to get one that is too long for that. */
function printScript(script: Scripted): string {
  if (!script.ok) return `  No call script can bring this about, because ${script.reason}.`;
  const text = JSON.stringify(script.script);
  return text.length > LONGEST_SCRIPT ? '  The call script is long: --script FILE writes it.' : `  ${text}`;
}
