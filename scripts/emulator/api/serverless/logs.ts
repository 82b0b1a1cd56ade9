import type { JsonObject } from '../../../../studio/model/json';
import type { ServerlessEnvironment } from '../../entities/serverless-environment';
import type { ServerlessLog } from '../../entities/serverless-log';
import type { ServerlessService } from '../../entities/serverless-service';
import { type Answer, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { withEnvironment, withPartOf } from './find';

const path = '/v1/Services/{ServiceSid}/Environments/{EnvironmentSid}/Logs';

/** The Log resource (https://www.twilio.com/docs/serverless/api/resource/logs). */
export const logRoutes: readonly Route[] = [
  { method: 'GET', path, handle: withEnvironment('EnvironmentSid', listLogs) },
  {
    method: 'GET',
    path: `${path}/{Sid}`,
    handle: withPartOf(
      ({ logs }) => logs,
      (_request, context, log, environment, service) => ok(format(log, environment, service, context)),
    ),
  },
];

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** "Defaults to 1 day prior to current date/time", by Twilio's OpenAPI document. */
function listLogs(
  request: ApiRequest,
  context: ApiContext,
  environment: ServerlessEnvironment,
  service: ServerlessService,
): Answer {
  const { query } = request;
  const now = context.clock.now();
  const start = dateOf(query.text('StartDate')) ?? now - DAY_MILLISECONDS;
  const end = dateOf(query.text('EndDate')) ?? now;
  // What one function wrote is not told apart from what the others did: see `format`.
  const logs = query.optional('FunctionSid') === undefined ? newestFirst(environment.logs) : [];
  return pageV2(request, {
    key: 'logs',
    items: logs.filter(({ dateCreated }) => dateCreated >= start && dateCreated <= end),
    format: (log) => format(log, environment, service, context),
  });
}

function dateOf(text: string): number | null {
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : date;
}

/** The functions of an environment share one process here, so nobody knows which of them, or which request, wrote a line. */
function format(
  log: ServerlessLog,
  environment: ServerlessEnvironment,
  service: ServerlessService,
  { store }: ApiContext,
): JsonObject {
  return {
    sid: log.sid,
    account_sid: store.account.sid,
    service_sid: service.sid,
    environment_sid: environment.sid,
    build_sid: log.buildSid,
    deployment_sid: log.deploymentSid,
    function_sid: null,
    request_sid: null,
    level: log.level,
    message: log.message,
    date_created: isoDate(log.dateCreated),
    url: `https://serverless.twilio.com/v1/Services/${service.sid}/Environments/${environment.sid}/Logs/${log.sid}`,
  };
}
