import { LOG_RETENTION_MILLISECONDS } from '../../../../../scripts/emulator/api/serverless/limits';
import { recordLog } from '../../../../../scripts/emulator/api/serverless/record-log';
import { type LocalTwilio, startLocalTwilio } from '../../../../support/local-twilio';
import { aBuild } from './arrange';

describe('recordLog', () => {
  let twilio: LocalTwilio;
  beforeEach(async () => {
    twilio = await startLocalTwilio();
  });
  afterEach(() => twilio.stop());

  async function anEnvironment() {
    const { service, buildSid } = await aBuild(twilio);
    const { sid, domainName } = await service.environments.create({ uniqueName: 'production' });
    const environment = service.environments(sid);
    const write = (line: string): void =>
      recordLog(twilio.context, { domain: domainName, level: 'info', line });
    const read = () => environment.logs.list({ startDate: new Date(0) });
    return { environment, buildSid, write, read };
  }

  test('names the deployment that ran last', async () => {
    const { environment, buildSid, write, read } = await anEnvironment();
    await environment.deployments.create({ buildSid });
    await environment.deployments.create({});
    const { sid } = await environment.deployments.create({ buildSid });
    write('hello');
    expect(await read()).toMatchObject([{ deploymentSid: sid, buildSid, message: 'hello', level: 'info' }]);
  });

  test('forgets lines of more than thirty days ago', async () => {
    const { environment, buildSid, write, read } = await anEnvironment();
    await environment.deployments.create({ buildSid });
    write('first');
    twilio.clock.advance(LOG_RETENTION_MILLISECONDS);
    write('second');
    expect((await read()).map(({ message }) => message)).toEqual(['second', 'first']);
    twilio.clock.advance(1);
    write('third');
    expect((await read()).map(({ message }) => message)).toEqual(['third', 'second']);
  });

  test('loses what nothing that is deployed can have written', async () => {
    const { write, read } = await anEnvironment();
    write('hello');
    recordLog(twilio.context, { domain: 'other-1234.twil.io', level: 'info', line: 'hello' });
    expect(await read()).toEqual([]);
  });
});
