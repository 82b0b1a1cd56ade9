import { checkFlow } from '../checks/check-flow';
import type { FlowDefinition, State } from '../model/flow-definition';
import type { Json } from '../model/json';
import { parametersOf } from '../model/parameters';
import type { ProofQuestion } from './question';
import { verifyFunctionOf } from './verify-functions';

/** Where our functions are, in a URL or a placeholder. */
const VERIFY_PATH = /\/(?:start|check)-verify/;

/**
 * What keeps flows from being proven before anything is explored: errors of the checks, and whatever Twilio does not say how
 * Studio takes it. Each is the end of a sentence that begins with "Not proven:".
 */
export function doubtsOf(question: ProofQuestion): string[] {
  const { parent, subflows } = question;
  const own = { parent: parent.definition };
  const named = [...new Set([...subflows.values()].map(({ definition }) => definition))].map(
    (definition): [string, FlowDefinition] => ['subflow', definition],
  );
  const revisions = parent.definition.states.flatMap((state) => revisionDoubts(state, question));
  const inFlows = [...Object.entries(own), ...named].flatMap(([name, definition]) =>
    [...errorsOf(definition), ...markedTexts(definition), ...definition.states.flatMap(stateDoubts)].map(
      (doubt) => `${name}: ${doubt}`,
    ),
  );
  return [...foreignDoubts(question), ...doorDoubts(parent.definition), ...revisions, ...inFlows];
}

/** What another flow passes, and who is on its line, is that flow's to decide: as a subflow the parent is not explored. */
function doorDoubts({ initial_state: initial, states }: FlowDefinition): string[] {
  const arrows = states.find(({ name }) => name === initial)?.transitions ?? [];
  return arrows
    .filter(({ event, next }) => event === 'incomingParent' && Boolean(next))
    .map(
      ({ next = '' }) =>
        `parent: another flow may run it, as "incomingParent" leads to "${next}", and what happens then is not explored: lead that nowhere`,
    );
}

/** A parent that seems to run nothing of ours was probably exported from an account, with SIDs in it. */
function foreignDoubts({ parent, subflows }: ProofQuestion): string[] {
  const runs = parent.definition.states.filter(({ type }) => type === 'run-subflow');
  const sids = runs.map(({ properties }) => textIn(properties['flow_sid']));
  if (sids.length === 0 || sids.some((sid) => subflows.has(sid))) return [];
  return runs.map(
    ({ name }, index) =>
      `"${name}" runs ${sids[index] ?? ''}, of which nothing is known: if that is the shipped subflow, write \${FLOW_SID:verify-subflow} or say --subflow`,
  );
}

/** Which revision runs has to be said: what is proven is the subflow as it is in the repository. */
function revisionDoubts({ name, type, properties }: State, { subflows }: ProofQuestion): string[] {
  const { flow_sid: sid, flow_revision: revision } = properties;
  if (type !== 'run-subflow' || typeof sid !== 'string' || !subflows.has(sid)) return [];
  const wanted = /^\$\{FLOW_SID:(.*)\}$/.exec(sid)?.[1];
  if (wanted === undefined ? /^\d+$/.test(textIn(revision)) : revision === `\${FLOW_REVISION:${wanted}}`)
    return [];
  const mend =
    wanted === undefined ? 'write the number of the revision' : `write \${FLOW_REVISION:${wanted}}`;
  return [`"${name}" runs whatever subflow has the revision ${JSON.stringify(revision)}: ${mend}`];
}

function errorsOf(definition: FlowDefinition): string[] {
  // Whether SIDs and hosts are literal matters to whoever deploys, not to what the flow does.
  return checkFlow(definition, { allowPlaceholders: true, wantsPlaceholders: false })
    .filter(({ severity }) => severity === 'error')
    .map(({ place, message }) => `${place}: ${message}`);
}

/** Marks of unknown values (studio/model/unknown.ts) that somebody wrote into a flow would be taken for real ones. */
function markedTexts(definition: FlowDefinition): string[] {
  const isMarked = /[\uE000-\uE004]/.test(JSON.stringify(definition));
  return isMarked
    ? ['a text has a character of Unicode’s private use area (U+E000 to U+E004): take it out']
    : [];
}

function stateDoubts(state: State): string[] {
  return [
    ...eventDoubts(state),
    ...argumentDoubts(state),
    ...parameterDoubts(state),
    ...functionDoubts(state),
  ];
}

/** Only branches of a split share an event: of any others nobody knows which one is followed. */
function eventDoubts({ name, transitions }: State): string[] {
  const byEvent = new Map<string, Set<string>>();
  for (const { event, next = '' } of transitions.filter((arrow) => arrow.event !== 'match'))
    byEvent.set(event, (byEvent.get(event) ?? new Set()).add(next));
  return [...byEvent].flatMap(([event, targets]) =>
    targets.size === 1
      ? []
      : `"${name}" has two arrows for "${event}", and Twilio does not say which one counts: take one out`,
  );
}

/** Every condition seen has one argument; what Studio does with others nobody knows. */
function argumentDoubts({ name, transitions }: State): string[] {
  const conditions = transitions.flatMap((transition) => transition.conditions ?? []);
  return conditions
    .filter((condition) => condition.arguments.length !== 1)
    .map(
      (condition) =>
        `a condition of "${name}" has ${String(condition.arguments.length)} arguments, and Twilio does not say what that means: give it one`,
    );
}

function parameterDoubts({ name, type, properties }: State): string[] {
  if (!['run-function', 'run-function-v2', 'run-subflow', 'set-variables'].includes(type)) return [];
  const keys = parametersOf(properties[type === 'set-variables' ? 'variables' : 'parameters']).map(
    ({ key }) => key,
  );
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  return [...new Set(twice)].map(
    (key) => `"${name}" gives "${key}" twice, and Twilio does not say which one counts: take one out`,
  );
}

/** A function that goes by the name of one of ours, and may be ours or anybody's. */
function functionDoubts({ name, type, properties }: State): string[] {
  if (type !== 'run-function' && type !== 'run-function-v2') return [];
  const url = textIn(properties['url'] ?? '').trim();
  const sid = textIn(properties['function_sid'] ?? '').trim();
  const path = VERIFY_PATH.exec(url)?.[0];
  return path === undefined ? otherUrlDoubts(name, url, sid) : verifyUrlDoubts(name, path, url, sid);
}

/** Which of a URL and a function_sid Studio goes by nobody says. */
function otherUrlDoubts(name: string, url: string, sid: string): string[] {
  const path = sid.startsWith('${FUNCTION_SID:') ? VERIFY_PATH.exec(sid)?.[0] : undefined;
  if (path !== undefined)
    return [
      `"${name}" has the function_sid of ${path} and another URL: write its URL as \${FUNCTION_URL:${path}}, or take the function_sid out`,
    ];
  return url === '' ? [`nobody knows which function "${name}" calls: write its URL`] : [];
}

function verifyUrlDoubts(name: string, path: string, url: string, sid: string): string[] {
  if (verifyFunctionOf(url) === null)
    return [
      `nobody knows whose function "${name}" calls: write its URL as \${FUNCTION_URL:${path}} if it is ours`,
    ];
  if (sid === '' || sid === `\${FUNCTION_SID:${path}}`) return [];
  return [`"${name}" names two functions: write its function_sid as \${FUNCTION_SID:${path}}`];
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
