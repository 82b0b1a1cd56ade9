import type { JsonObject } from '../../../../studio/model/json';
import type { ServerlessEnvironment } from '../../entities/serverless-environment';
import type { ServerlessService } from '../../entities/serverless-service';
import type { ServerlessVariable } from '../../entities/serverless-variable';
import { type Answer, created, noContent, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { withEnvironment, withPartOf } from './find';
import { problemOfVariable } from './variable-limits';

const path = '/v1/Services/{ServiceSid}/Environments/{EnvironmentSid}/Variables';

/**
 * The Variable resource (https://www.twilio.com/docs/serverless/api/resource/variable). A change "will instantly reflect
 * in subsequent Function executions" (https://www.twilio.com/docs/serverless/functions-assets/functions/variables).
 */
export const variableRoutes: readonly Route[] = [
  {
    method: 'POST',
    path,
    required: ['Key', 'Value'],
    handle: withEnvironment('EnvironmentSid', createVariable),
  },
  { method: 'GET', path, handle: withEnvironment('EnvironmentSid', listVariables) },
  {
    method: 'GET',
    path: `${path}/{Sid}`,
    handle: withPartOf(variablesOf, (_request, context, variable, environment, service) =>
      ok(format(variable, environment, service, context)),
    ),
  },
  { method: 'POST', path: `${path}/{Sid}`, handle: withPartOf(variablesOf, updateVariable) },
  { method: 'DELETE', path: `${path}/{Sid}`, handle: withPartOf(variablesOf, deleteVariable) },
];

async function createVariable(
  { form }: ApiRequest,
  context: ApiContext,
  environment: ServerlessEnvironment,
  service: ServerlessService,
): Promise<Answer> {
  const wanted = { key: form.text('Key'), value: form.text('Value') };
  const problem = problemOfVariable(wanted, [...environment.variables.values()]);
  if (problem !== null) return problem;
  const now = context.clock.now();
  const variable = { ...wanted, sid: context.ids.sid('ZV'), dateCreated: now, dateUpdated: now };
  environment.variables.set(variable.sid, variable);
  await context.serverless?.apply(service, environment);
  return created(format(variable, environment, service, context));
}

function listVariables(
  request: ApiRequest,
  context: ApiContext,
  environment: ServerlessEnvironment,
  service: ServerlessService,
): Answer {
  return pageV2(request, {
    key: 'variables',
    items: newestFirst(environment.variables),
    format: (variable) => format(variable, environment, service, context),
  });
}

async function updateVariable(
  { form }: ApiRequest,
  context: ApiContext,
  variable: ServerlessVariable,
  environment: ServerlessEnvironment,
  service: ServerlessService,
): Promise<Answer> {
  const wanted = {
    key: form.optional('Key') ?? variable.key,
    value: form.optional('Value') ?? variable.value,
  };
  const others = [...environment.variables.values()].filter((other) => other !== variable);
  const problem = problemOfVariable(wanted, others);
  if (problem !== null) return problem;
  Object.assign(variable, wanted, { dateUpdated: context.clock.now() });
  await context.serverless?.apply(service, environment);
  return ok(format(variable, environment, service, context));
}

async function deleteVariable(
  _request: ApiRequest,
  context: ApiContext,
  variable: ServerlessVariable,
  environment: ServerlessEnvironment,
  service: ServerlessService,
): Promise<Answer> {
  environment.variables.delete(variable.sid);
  await context.serverless?.apply(service, environment);
  return noContent();
}

function variablesOf(environment: ServerlessEnvironment): ReadonlyMap<string, ServerlessVariable> {
  return environment.variables;
}

function format(
  variable: ServerlessVariable,
  environment: ServerlessEnvironment,
  service: ServerlessService,
  { store }: ApiContext,
): JsonObject {
  return {
    sid: variable.sid,
    account_sid: store.account.sid,
    service_sid: service.sid,
    environment_sid: environment.sid,
    key: variable.key,
    value: variable.value,
    date_created: isoDate(variable.dateCreated),
    date_updated: isoDate(variable.dateUpdated),
    url: `https://serverless.twilio.com/v1/Services/${service.sid}/Environments/${environment.sid}/Variables/${variable.sid}`,
  };
}
