import type { Execution, Progress, Surroundings } from '../model/execution';
import type { Input } from '../model/wait';
import { widgets } from '../widgets/registry';
import { advance, follow } from './advance';
import { end, progressOf, runOf, stateOf, warn, type Run } from './run';
import { visitOf } from './visit';

/**
 * Brings an execution what it waited for (or what happened instead) and runs it to its next wait, or to its end. The
 * execution given is not changed. One that has ended stays as it is.
 */
export function resumeExecution(execution: Execution, input: Input, surroundings: Surroundings): Progress {
  const run = runOf(execution, surroundings);
  if (run.ending === null) receive(run, input);
  advance(run);
  return progressOf(run);
}

function receive(run: Run, input: Input): void {
  if (input.kind === 'end') return end(run, { outcome: 'stopped' });
  if (input.kind === 'hang-up') return hangUp(run, input);
  const state = stateOf(run);
  const widget = state && widgets.get(state.type);
  if (state === undefined || widget?.receive === undefined) return;
  follow(run, state, widget.receive(visitOf(run, state), input));
}

/**
 * The caller hung up. A widget that wires `hangup` takes it; any other ignores it (warning 81002). Work that needs no call
 * goes on, and the execution ends where the next widget would need it
 * (https://support.twilio.com/hc/en-us/articles/48142856113179). Not public: the same inside a subflow; here likewise.
 */
function hangUp(run: Run, input: Extract<Input, { kind: 'hang-up' }>): void {
  if (!run.hasCall || run.isCallOver) return warn(run, 81002, 'A hang-up that nothing waits for');
  run.isCallOver = true;
  const state = stateOf(run);
  const widget = state && widgets.get(state.type);
  if (state === undefined || widget === undefined) return;
  const outcome = widget.receive?.(visitOf(run, state), input) ?? { kind: 'ignore' };
  if (outcome.kind !== 'ignore') return follow(run, state, outcome);
  warn(run, 81002, `Widget "${state.name}" has no transition for "hangup"`);
  if (widget.needsCall || widget.usesCall) end(run, { outcome: 'hung-up' });
}
