import type { Flow, FlowExecution, FlowRevisionRecord, StepRecord } from '../../entities/flow';
import { type Answer, notFound } from '../answers';
import { endOverdue } from '../../executions/overdue';
import type { ApiContext } from '../context';
import type { ApiRequest } from '../product';

/** Answers an operation on a resource that exists, or that lies below one that exists. */
type With<T extends unknown[]> = (request: ApiRequest, context: ApiContext, ...found: T) => Answer;

/** Finds the flow of the path by the segment's name, or answers 404. */
export function withFlow(segment: string, handle: With<[Flow]>): With<[]> {
  return (request, context) => {
    const flow = context.store.flows.get(request.param(segment));
    return flow === undefined ? notFound(request) : handle(request, context, flow);
  };
}

/** Finds an execution of the flow by the segment's name, or answers 404. */
export function withExecution(segment: string, handle: With<[FlowExecution, Flow]>): With<[]> {
  return withFlow('FlowSid', (request, context, flow) => {
    endOverdue(context);
    const execution = context.store.executions.get(request.param(segment));
    if (execution?.flowSid !== flow.sid) return notFound(request);
    return handle(request, context, execution, flow);
  });
}

/** Finds a step of the execution by the segment's name, or answers 404. */
export function withStep(segment: string, handle: With<[StepRecord, FlowExecution]>): With<[]> {
  return withExecution('ExecutionSid', (request, context, execution) => {
    const step = execution.steps.find(({ sid }) => sid === request.param(segment));
    return step === undefined ? notFound(request) : handle(request, context, step, execution);
  });
}

/** The newest revision: what a flow is when it is shown without saying which one. Every flow has one. */
export function newestRevision(flow: Flow): FlowRevisionRecord {
  const revision = flow.revisions.at(-1);
  if (revision === undefined) throw new Error(`Flow ${flow.sid} has no revision`);
  return revision;
}
