import { assertNever } from '../model/assert-never';
import type { State, Transition } from '../model/flow-definition';
import { MAXIMUM_CONSECUTIVE_RUNS, MAXIMUM_STEPS } from '../model/limits';
import type { Outcome, Widget } from '../model/widget';
import { widgets } from '../widgets/registry';
import { runningFrame } from './context';
import { end, pathOf, replaceFrame, stateOf, warn, type Run } from './run';
import { enterSubflow, leaveSubflow } from './subflow';
import { visitOf } from './visit';

/** Runs widget after widget until one waits or the execution ends. Every way through is bounded by the step limit. */
export function advance(run: Run): void {
  while (run.wait === null && run.ending === null) enterWidget(run);
}

/** Does what an outcome says for the running widget: the rest of a step that has waited, or all of one that did not. */
export function follow(run: Run, state: State, outcome: Outcome): void {
  switch (outcome.kind) {
    case 'leave':
      run.wait = null;
      if (outcome.call !== undefined) noteCall(run, outcome.call);
      store(run, state, outcome);
      leave(run, state, outcome.event, outcome.transition);
      return;
    case 'wait':
      run.wait = outcome.wait;
      return;
    case 'run-subflow':
      if (!enterSubflow(run, outcome)) leave(run, state, 'failed');
      return;
    case 'ignore':
      warn(run, 81002, `Widget "${state.name}" ignored an event that it does not expect`);
      return;
    default:
      assertNever(outcome);
  }
}

/** A call that is answered follows one that is over, if there was one. */
function noteCall(run: Run, call: 'answered' | 'over'): void {
  run.hasCall ||= call === 'answered';
  run.isCallOver = call === 'over';
}

function enterWidget(run: Run): void {
  const state = stateOf(run);
  const { widget: name } = runningFrame(run);
  if (state === undefined)
    return fail(run, null, `Widget "${name}" does not exist: publish a flow that passes validation`);
  const widget = widgets.get(state.type);
  if (widget === undefined)
    return fail(run, null, `Widget "${name}": "${state.type}" is no widget type of Studio`);
  if (!mayRun(run, widget, state)) return;
  run.steps += 1;
  run.consecutiveRuns += 1;
  follow(run, state, widget.enter(visitOf(run, state)));
}

/** The rules that stop an execution before a widget runs. */
function mayRun(run: Run, widget: Widget, state: State): boolean {
  if (!isSupported(run, widget)) {
    const needs = widget.startedBy?.join(' or ') ?? 'call';
    stop(
      run,
      81020,
      `Widget "${state.name}" needs a ${needs}, this execution began with a ${run.trigger.kind}`,
    );
    return false;
  }
  if ((widget.needsCall || widget.usesCall) && run.isCallOver) {
    end(run, { outcome: 'hung-up' });
    return false;
  }
  if (run.steps >= MAXIMUM_STEPS) {
    stop(run, 81000, `The execution reached ${MAXIMUM_STEPS} steps`);
    return false;
  }
  // Not public: whether the 10th run in a row still happens; here it does, and an 11th does not.
  if (run.consecutiveRuns >= MAXIMUM_CONSECUTIVE_RUNS) {
    stop(run, 81001, `Widget "${state.name}" ran ${MAXIMUM_CONSECUTIVE_RUNS} times in a row`);
    return false;
  }
  return true;
}

/** Whether the execution has what the widget works on (https://www.twilio.com/docs/api/errors/81020). */
function isSupported(run: Run, { needsCall, startedBy }: Widget): boolean {
  if (startedBy !== undefined) return startedBy.includes(run.trigger.kind);
  return !needsCall || run.hasCall;
}

function stop(run: Run, code: number, message: string): void {
  warn(run, code, message);
  fail(run, code, message);
}

function fail(run: Run, code: number | null, message: string): void {
  end(run, { outcome: 'failed', code, message });
}

function store(run: Run, state: State, outcome: Extract<Outcome, { kind: 'leave' }>): void {
  const frame = runningFrame(run);
  const { outputs, variables, channel } = outcome;
  if (outputs === undefined && variables === undefined && channel === undefined) return;
  replaceFrame(run, {
    widgets: outputs === undefined ? frame.widgets : { ...frame.widgets, [state.name]: outputs },
    variables: { ...frame.variables, ...variables },
    ...(channel !== undefined && { channel }),
  });
}

/** Takes the arrow of an event. Without a `next` the branch ends, which completes a subflow or the execution. */
function leave(run: Run, state: State, event: string, taken?: Transition): void {
  const transition = taken ?? state.transitions.find((arrow) => arrow.event === event);
  const next = transition?.next;
  logStep(run, state, event, next);
  if (next) {
    if (next !== state.name) run.consecutiveRuns = 0;
    replaceFrame(run, { widget: next });
    return;
  }
  endBranch(run);
}

/**
 * Not public: whether a subflow in which the caller has hung up can still complete; here it does not. One that began after the
 * call does, as any work that needs no call goes on.
 */
function endBranch(run: Run): void {
  if (run.isCallOver && runningFrame(run).beganAfterCall !== true) return end(run, { outcome: 'hung-up' });
  if (!leaveSubflow(run)) return end(run, { outcome: 'completed' });
  const parent = stateOf(run);
  if (parent !== undefined) leave(run, parent, 'completed');
}

function logStep(run: Run, state: State, event: string, next: string | undefined): void {
  run.log.push({
    kind: 'step',
    flowSid: runningFrame(run).flowSid,
    widget: pathOf(run, state.name),
    type: state.type,
    event,
    next: next ? pathOf(run, next) : null,
    frames: run.frames,
  });
}
