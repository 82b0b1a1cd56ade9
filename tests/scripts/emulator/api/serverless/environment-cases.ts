import { recordLog } from '../../../../../scripts/emulator/api/serverless/record-log';
import type { LocalTwilio } from '../../../../support/local-twilio';
import type { RouteCase } from '../../../../support/route-cases';
import { aBuild, anEnvironment } from './arrange';

const environment = '/v1/Services/{ServiceSid}/Environments/{EnvironmentSid}';

async function aVariable(twilio: LocalTwilio) {
  const made = await anEnvironment(twilio);
  const { sid } = await made.environment.variables.create({ key: 'COLOUR', value: 'blue' });
  return { ...made, variable: made.environment.variables(sid) };
}

async function aDeployment(twilio: LocalTwilio) {
  const made = await aBuild(twilio);
  const { sid } = await made.service.environments.create({ uniqueName: 'production' });
  const deployed = made.service.environments(sid);
  const { sid: deploymentSid } = await deployed.deployments.create({ buildSid: made.buildSid });
  return { ...made, environment: deployed, deploymentSid };
}

async function aLog(twilio: LocalTwilio) {
  const made = await aDeployment(twilio);
  const { domainName } = await made.environment.fetch();
  recordLog(twilio.context, { domain: domainName, level: 'error', line: 'No such colour' });
  return made;
}

/** A case for each route of what is in an environment. */
export const environmentCases: Readonly<Record<string, RouteCase>> = {
  [`POST ${environment}/Variables`]: async (twilio) => {
    const variable = await (await aVariable(twilio)).variable.fetch();
    expect(variable.sid).toMatch(/^ZV/);
  },
  [`GET ${environment}/Variables`]: async (twilio) => {
    const made = await aVariable(twilio);
    expect(await made.environment.variables.list()).toMatchObject([{ key: 'COLOUR', value: 'blue' }]);
  },
  [`GET ${environment}/Variables/{Sid}`]: async (twilio) => {
    expect(await (await aVariable(twilio)).variable.fetch()).toMatchObject({ key: 'COLOUR' });
  },
  [`POST ${environment}/Variables/{Sid}`]: async (twilio) => {
    const changed = await (await aVariable(twilio)).variable.update({ value: 'green' });
    expect(changed).toMatchObject({ key: 'COLOUR', value: 'green' });
  },
  [`DELETE ${environment}/Variables/{Sid}`]: async (twilio) => {
    const made = await aVariable(twilio);
    await made.variable.remove();
    expect(await made.environment.variables.list()).toEqual([]);
  },
  [`POST ${environment}/Deployments`]: async (twilio) => {
    const made = await aDeployment(twilio);
    expect(await made.environment.fetch()).toMatchObject({ buildSid: made.buildSid });
  },
  [`GET ${environment}/Deployments`]: async (twilio) => {
    const made = await aDeployment(twilio);
    await made.environment.deployments.create({});
    const listed = await made.environment.deployments.list();
    expect(listed.map(({ buildSid }) => buildSid)).toEqual([null, made.buildSid]);
  },
  [`GET ${environment}/Deployments/{Sid}`]: async (twilio) => {
    const made = await aDeployment(twilio);
    const deployment = await made.environment.deployments(made.deploymentSid).fetch();
    expect(deployment.buildSid).toBe(made.buildSid);
  },
  [`GET ${environment}/Logs`]: async (twilio) => {
    const made = await aLog(twilio);
    const log = { level: 'error', message: 'No such colour', buildSid: made.buildSid };
    expect(await made.environment.logs.list()).toMatchObject([log]);
    twilio.clock.advance(25 * 60 * 60 * 1000);
    expect(await made.environment.logs.list()).toEqual([]);
    expect(await made.environment.logs.list({ startDate: new Date(0) })).toHaveLength(1);
  },
  [`GET ${environment}/Logs/{Sid}`]: async (twilio) => {
    const made = await aLog(twilio);
    const [log] = await made.environment.logs.list();
    expect(await made.environment.logs(log?.sid ?? '').fetch()).toMatchObject({ message: 'No such colour' });
  },
};
