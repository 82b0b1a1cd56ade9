import type { Frame } from '../model/execution';
import { CHOICES } from '../model/undocumented';
import type { Outcome } from '../model/widget';
import { runningFrame } from './context';
import { replaceFrame, warn, type Run } from './run';

type RunSubflow = Extract<Outcome, { readonly kind: 'run-subflow' }>;

/**
 * Enters a subflow: a second frame in the same execution (https://www.twilio.com/docs/studio/subflows). False, with warning
 * 81024, when there is no such flow or when a subflow asks for another: one level is all that Studio nests. Whether it
 * sees its parent's variables is a choice of `studio/model/undocumented.ts`.
 */
export function enterSubflow(run: Run, asked: RunSubflow): boolean {
  if (run.frames.length > 1) {
    warn(run, 81024, 'A subflow cannot run another subflow');
    return false;
  }
  const { findFlow, unknowns } = run.surroundings;
  const found = findFlow(asked.flowSid, asked.revision);
  const { widget } = runningFrame(run);
  const canRun = unknowns?.decide({ kind: 'subflow', widget, holds: found !== undefined }) ?? true;
  if (found === undefined || !canRun) {
    warn(run, 81024, `There is no flow "${asked.flowSid}" at revision "${asked.revision}"`);
    return false;
  }
  const parent = runningFrame(run);
  run.frames = [
    ...run.frames,
    childFrame(run, parent, asked, found.revision, found.definition.initial_state),
  ];
  run.consecutiveRuns = 0;
  return true;
}

function childFrame(
  run: Run,
  parent: Frame,
  asked: RunSubflow,
  revision: string,
  initialState: string,
): Frame {
  const seesParent = (run.surroundings.choices ?? CHOICES).subflowSeesParent;
  return {
    flowSid: asked.flowSid,
    revision,
    widget: initialState,
    variables: seesParent ? parent.variables : {},
    widgets: seesParent ? parent.widgets : {},
    ...(parent.channel !== undefined && { channel: parent.channel }),
    ...(run.isCallOver && { beganAfterCall: true }),
    parent: {
      parameters: asked.parameters,
      step_sid: run.surroundings.newSid('FT'),
      execution_sid: run.sid,
      flow_sid: parent.flowSid,
      trigger_type: run.trigger.kind,
    },
  };
}

/**
 * Leaves the subflow at the end of its branch: its variables become the outputs of the parent's Run Subflow widget, flat
 * (https://www.twilio.com/docs/studio/subflows), and a conversation that it has opened the parent's. Answers false in a parent, which has nothing to go back to.
 */
export function leaveSubflow(run: Run): boolean {
  const [parent, child] = run.frames;
  if (parent === undefined || child === undefined) return false;
  run.frames = [parent];
  const widgets = { ...parent.widgets, [parent.widget]: child.variables };
  replaceFrame(run, { widgets, ...(child.channel !== undefined && { channel: child.channel }) });
  run.consecutiveRuns = 0;
  return true;
}
