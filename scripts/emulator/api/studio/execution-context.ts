import { contextOf } from '../../../../studio/interpreter/context';
import { ok } from '../answers';
import type { Route } from '../product';
import { withExecution } from './find';

const PATH = '/v2/Flows/{FlowSid}/Executions/{ExecutionSid}/Context';

/** The Execution Context resource (https://www.twilio.com/docs/studio/rest-api/v2/execution-context): every variable. */
export const executionContextRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    handle: withExecution('ExecutionSid', (_request, { store }, execution) =>
      ok({
        account_sid: store.account.sid,
        flow_sid: execution.flowSid,
        execution_sid: execution.sid,
        context: contextOf(execution.state),
        url: `https://studio.twilio.com/v2/Flows/${execution.flowSid}/Executions/${execution.sid}/Context`,
      }),
    ),
  },
];
