import type { JsonObject } from '../../../../studio/model/json';
import type { ServerlessDeployment } from '../../entities/serverless-deployment';
import type { ServerlessEnvironment } from '../../entities/serverless-environment';
import type { ServerlessService } from '../../entities/serverless-service';
import { type Answer, created, ok } from '../answers';
import type { ApiContext } from '../context';
import { isoDate } from '../dates';
import { newestFirst } from '../newest-first';
import { pageV2 } from '../paging';
import type { ApiRequest, Route } from '../product';
import { conflict, invalid } from './errors';
import { withEnvironment, withPartOf } from './find';

const path = '/v1/Services/{ServiceSid}/Environments/{EnvironmentSid}/Deployments';

/** The Deployment resource (https://www.twilio.com/docs/serverless/api/resource/deployment). */
export const deploymentRoutes: readonly Route[] = [
  { method: 'POST', path, handle: withEnvironment('EnvironmentSid', createDeployment) },
  { method: 'GET', path, handle: withEnvironment('EnvironmentSid', listDeployments) },
  {
    method: 'GET',
    path: `${path}/{Sid}`,
    handle: withPartOf(
      ({ deployments }) => deployments,
      (_request, context, deployment, environment, service) =>
        ok(format(deployment, environment, service, context)),
    ),
  },
];

/** Answers when the build runs: on Twilio that takes some seconds more. Without a build, the environment is emptied. */
async function createDeployment(
  { form }: ApiRequest,
  context: ApiContext,
  environment: ServerlessEnvironment,
  service: ServerlessService,
): Promise<Answer> {
  const buildSid = form.text('BuildSid') || null;
  const problem = problemOf(buildSid, environment, service);
  if (problem !== null) return problem;
  const now = context.clock.now();
  const deployment: ServerlessDeployment = { sid: context.ids.sid('ZD'), buildSid, dateCreated: now };
  environment.deployments.set(deployment.sid, deployment);
  Object.assign(environment, { buildSid, dateUpdated: now });
  await context.serverless?.apply(service, environment);
  return created(format(deployment, environment, service, context));
}

function problemOf(
  buildSid: string | null,
  environment: ServerlessEnvironment,
  service: ServerlessService,
): Answer | null {
  // Twilio's wording, also for a deployment of nothing to where nothing is: https://github.com/twilio/twilio-cli/issues/215
  if (buildSid === environment.buildSid) return conflict('Environment already has requested deployment.');
  if (buildSid === null) return null;
  const build = service.builds.get(buildSid);
  // Not public: how Twilio says these two.
  if (build === undefined) return invalid(`Build ${buildSid} was not found`);
  if (build.status !== 'completed') return invalid(`Build ${buildSid} is ${build.status}, not completed`);
  return null;
}

function listDeployments(
  request: ApiRequest,
  context: ApiContext,
  environment: ServerlessEnvironment,
  service: ServerlessService,
): Answer {
  return pageV2(request, {
    key: 'deployments',
    items: newestFirst(environment.deployments),
    format: (deployment) => format(deployment, environment, service, context),
  });
}

function format(
  deployment: ServerlessDeployment,
  environment: ServerlessEnvironment,
  service: ServerlessService,
  { store }: ApiContext,
): JsonObject {
  const date = isoDate(deployment.dateCreated);
  return {
    sid: deployment.sid,
    account_sid: store.account.sid,
    service_sid: service.sid,
    environment_sid: environment.sid,
    build_sid: deployment.buildSid,
    date_created: date,
    date_updated: date,
    url: `https://serverless.twilio.com/v1/Services/${service.sid}/Environments/${environment.sid}/Deployments/${deployment.sid}`,
  };
}
