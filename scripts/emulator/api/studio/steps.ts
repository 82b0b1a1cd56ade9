import { contextOf } from '../../../../studio/interpreter/context';
import type { Json, JsonObject } from '../../../../studio/model/json';
import type { FlowExecution, StepRecord } from '../../entities/flow';
import { type Answer, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { withExecution, withStep } from './find';

const STEPS = '/v2/Flows/{FlowSid}/Executions/{ExecutionSid}/Steps';

/** The Execution Step resource and its context (https://www.twilio.com/docs/studio/rest-api/v2/step). */
export const stepRoutes: readonly Route[] = [
  { method: 'GET', path: STEPS, handle: withExecution('ExecutionSid', listSteps) },
  {
    method: 'GET',
    path: `${STEPS}/{Sid}`,
    handle: withStep('Sid', (_request, context, step, execution) => ok(format(step, execution, context))),
  },
  { method: 'GET', path: `${STEPS}/{StepSid}/Context`, handle: withStep('StepSid', fetchContext) },
];

function listSteps(request: ApiRequest, context: ApiContext, execution: FlowExecution): Answer {
  const items = execution.steps.toReversed();
  return pageV2(request, { key: 'steps', items, format: (step) => format(step, execution, context) });
}

/** The variables as they were when the step ended. */
function fetchContext(
  _request: ApiRequest,
  { store }: ApiContext,
  step: StepRecord,
  execution: FlowExecution,
): Answer {
  return ok({
    account_sid: store.account.sid,
    flow_sid: execution.flowSid,
    execution_sid: execution.sid,
    step_sid: step.sid,
    context: contextOf(execution.state, step.frames.at(-1)),
    url: `${urlOf(step, execution)}/Context`,
  });
}

function format(step: StepRecord, execution: FlowExecution, { store }: ApiContext): JsonObject {
  const url = urlOf(step, execution);
  return {
    sid: step.sid,
    account_sid: store.account.sid,
    flow_sid: execution.flowSid,
    execution_sid: execution.sid,
    parent_step_sid: parentStepSid(step),
    name: step.event,
    context: {},
    transitioned_from: nameOf(step.widget),
    transitioned_to: step.next === null ? 'Ended' : nameOf(step.next),
    type: step.type,
    date_created: isoDate(step.date),
    date_updated: isoDate(step.date),
    url,
    links: { step_context: `${url}/Context` },
  };
}

function urlOf(step: StepRecord, execution: FlowExecution): string {
  const { flowSid, sid } = execution;
  return `https://studio.twilio.com/v2/Flows/${flowSid}/Executions/${sid}/Steps/${step.sid}`;
}

/** Inside a subflow, the step of the widget that runs it. */
function parentStepSid(step: StepRecord): Json {
  return step.frames.at(-1)?.parent?.['step_sid'] ?? null;
}

/** A widget's own name: `parentWidget/childWidget` is how our log tells those of a subflow. */
function nameOf(widget: string): string {
  return widget.split('/').at(-1) ?? widget;
}
