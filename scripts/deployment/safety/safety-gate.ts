import type { FlowDefinition, State } from '../../../studio/model/flow-definition';
import { parametersOf } from '../../../studio/model/parameters';
import type { Problem } from '../../../studio/model/problem';
import { formatPlaceholder } from '../../../studio/wiring/placeholder';
import { isSameTemplate, unguardedPath, type Guard } from './safety-gate-paths';

/** Widgets of the parent that only a verified caller may reach, unless others are named. */
const PROTECTED: readonly string[] = ['success'];

/** The caller's own number, as the network says it. */
const CALLER = '{{trigger.call.From}}';

/** The number that the parent asked the subflow to verify. */
const ASKED_FOR = '{{trigger.parent.parameters.to}}';

const SUBFLOW_SID = formatPlaceholder({ kind: 'FLOW_SID', flow: 'verify-subflow' });
const SUBFLOW_REVISION = formatPlaceholder({ kind: 'FLOW_REVISION', flow: 'verify-subflow' });
const CHECK_URL = formatPlaceholder({ kind: 'FUNCTION_URL', path: '/check-verify' });
const START_URL = formatPlaceholder({ kind: 'FUNCTION_URL', path: '/start-verify' });

/**
 * Why the two flows must not be published: every way on which a caller could reach a protected widget without a
 * verification of the caller's own number that Verify approved, as far as the form of the flows tells. Both come with
 * placeholders; places of `safe-parent` are in the first, those of `safe-subflow` in the second. It refuses whatever it
 * cannot tell: a flow may be safe in another form.
 */
export function safetyProblems(
  parent: FlowDefinition,
  subflow: FlowDefinition,
  protectedWidgets: readonly string[] = PROTECTED,
): Problem[] {
  return [...parentProblems(parent, protectedWidgets), ...subflowProblems(subflow)];
}

/** The parent: `completed` of our subflow, then `approved`, on the caller's own number. */
function parentProblems(parent: FlowDefinition, protectedWidgets: readonly string[]): Problem[] {
  const runs = parent.states.filter(
    ({ type, properties }) => type === 'run-subflow' && properties['flow_sid'] === SUBFLOW_SID,
  );
  const guard: Guard = {
    runs: runs.map((run) => run.name),
    event: 'completed',
    result: (run) => `{{widgets.${run}.status}}`,
  };
  const problems = protectedWidgets.flatMap((name) => {
    const widget = parent.states.find((state) => state.name === name);
    if (widget !== undefined) return guardProblems(parent, widget, guard, 'safe-parent');
    return [
      problem(
        'safe-parent',
        '#/states',
        `No widget is named "${name}", which only verified callers may reach: name it so`,
      ),
    ];
  });
  const ofRuns = runs.flatMap((run) => [
    ...numberProblems(parent, run, CALLER, 'safe-parent'),
    ...revisionProblems(parent, run),
  ]);
  return [...problems, ...ofRuns];
}

/** The subflow: it answers `approved` only after its check did, on the number that the parent passed. */
function subflowProblems(subflow: FlowDefinition): Problem[] {
  const calls = (url: string): State[] =>
    subflow.states.filter(({ type, properties }) => type === 'run-function' && properties['url'] === url);
  const guard: Guard = {
    runs: calls(CHECK_URL).map((check) => check.name),
    event: 'success',
    result: (check) => `{{widgets.${check}.parsed.status}}`,
  };
  return [
    ...subflow.states
      .filter(mayApprove)
      .flatMap((state) => guardProblems(subflow, state, guard, 'safe-subflow')),
    ...[...calls(START_URL), ...calls(CHECK_URL)].flatMap((call) =>
      numberProblems(subflow, call, ASKED_FOR, 'safe-subflow'),
    ),
  ];
}

function guardProblems(flow: FlowDefinition, widget: State, guard: Guard, rule: string): Problem[] {
  const path = unguardedPath(flow, guard, widget.name);
  if (path === null) return [];
  const [run = rule === 'safe-parent' ? 'run_verify' : 'check_verify'] = guard.runs;
  const message =
    `Callers reach "${widget.name}" unverified by ${path.join(' → ')}: on every path to it, leave "${run}" by ` +
    `"${guard.event}", then a split by "equal_to approved" with ${guard.result(run)} as its input and its argument`;
  return [problem(rule, placeOf(flow, widget), message)];
}

function numberProblems(flow: FlowDefinition, run: State, number: string, rule: string): Problem[] {
  const given = parametersOf(run.properties['parameters']).filter(({ key }) => key === 'to');
  const [only, ...others] = given;
  const isRight = others.length === 0 && only?.type !== 'json_object' && isSameTemplate(only?.value, number);
  if (isRight) return [];
  const message = `"${run.name}" verifies another number than it has to: pass the parameter "to" once, as ${number}`;
  return [problem(rule, `${placeOf(flow, run)}/properties/parameters`, message)];
}

/** An older subflow, or one that is published later, is none that this gate has looked at. */
function revisionProblems(parent: FlowDefinition, run: State): Problem[] {
  if (run.properties['flow_revision'] === SUBFLOW_REVISION) return [];
  const message = `"${run.name}" may run a subflow that was not checked with it: write ${SUBFLOW_REVISION}`;
  return [problem('safe-parent', `${placeOf(parent, run)}/properties/flow_revision`, message)];
}

/** Whether a widget sets a result that parents take for a verification; what Liquid will give cannot be told here. */
function mayApprove({ type, properties }: State): boolean {
  if (type !== 'set-variables') return false;
  return parametersOf(properties['variables']).some(({ key, value }) => {
    const text = value.trim().toLowerCase();
    const isOpen = /\{[{%]/.test(text);
    return (
      (key === 'status' && (isOpen || text === 'approved')) ||
      (key === 'verified' && (isOpen || text === 'true'))
    );
  });
}

function placeOf(flow: FlowDefinition, widget: State): string {
  return `#/states/${String(flow.states.indexOf(widget))}`;
}

function problem(rule: string, place: string, message: string): Problem {
  return { severity: 'error', rule, place, message };
}
