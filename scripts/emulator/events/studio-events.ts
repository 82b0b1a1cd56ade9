import { assertNever } from '../../../studio/model/assert-never';
import type { Ending } from '../../../studio/model/execution';
import type { JsonObject } from '../../../studio/model/json';
import type { FlowExecution, StepRecord } from '../entities/flow';
import type { ExecutionObserver } from '../executions/execution-world';
import type { Happening } from './cloud-event';
import { createEventStream, type EventStreamWorld } from './event-stream';

/**
 * Tells of executions and steps as Studio does (https://www.twilio.com/docs/events/event-types/studio/flow).
 * Not public: what else than `FLOW_END` an `ended_reason` may be, what `source` and a `started_by` without a call or message
 * hold, and which properties a step has; seen are `execution_sid`, `transitioned_from` and `transitioned_to`.
 */
export function studioEvents(world: EventStreamWorld): ExecutionObserver {
  const tell = createEventStream(world);
  const accountSid = world.account.sid;
  return {
    started: (execution) => tell(executionEvent(accountSid, 'started', execution)),
    stepEnded: (execution, step) => tell(stepEvent(accountSid, execution, step)),
    ended: (execution) => tell(executionEvent(accountSid, 'ended', execution)),
  };
}

function executionEvent(accountSid: string, what: 'started' | 'ended', execution: FlowExecution): Happening {
  const { ending } = execution.state;
  return {
    type: `com.twilio.studio.flow.execution.${what}`,
    schema: 'Studio.FlowExecutionEvent/2',
    source: sourceOf(execution),
    data: {
      ...commonData(accountSid, execution),
      contact_channel_address: execution.contactChannelAddress,
      status: what === 'started' ? 'active' : 'ended',
      ...(what === 'ended' && ending !== null && { ended_reason: reasonOf(ending) }),
      date_created: new Date(execution.dateCreated).toISOString(),
      date_updated: new Date(execution.dateUpdated).toISOString(),
      started_by: execution.initiatedBy,
    },
  };
}

function stepEvent(accountSid: string, execution: FlowExecution, step: StepRecord): Happening {
  return {
    type: 'com.twilio.studio.flow.step.ended',
    schema: 'Studio.FlowStepEvent/2',
    source: `${sourceOf(execution)}/Steps/${step.sid}`,
    data: {
      ...commonData(accountSid, execution),
      step_sid: step.sid,
      parent_step_sid: step.frames.at(-1)?.parent?.['step_sid'] ?? null,
      name: step.event,
      transitioned_from: nameOf(step.widget),
      transitioned_to: step.next === null ? 'Ended' : nameOf(step.next),
      type: step.type,
      date_created: new Date(step.date).toISOString(),
    },
  };
}

function commonData(accountSid: string, { sid, flowSid, state }: FlowExecution): JsonObject {
  return {
    account_sid: accountSid,
    flow_sid: flowSid,
    execution_sid: sid,
    flow_revision: Number(state.frames[0]?.revision ?? 0),
  };
}

function sourceOf({ flowSid, sid }: FlowExecution): string {
  return `/v2/Flows/${flowSid}/Executions/${sid}`;
}

/** A widget's own name, without that of the parent's. */
function nameOf(widget: string): string {
  return widget.split('/').at(-1) ?? widget;
}

function reasonOf({ outcome }: Ending): string {
  switch (outcome) {
    case 'completed':
      return 'FLOW_END';
    case 'hung-up':
      return 'HANGUP';
    case 'stopped':
      return 'STOPPED';
    case 'failed':
      return 'ERROR';
    default:
      return assertNever(outcome);
  }
}
