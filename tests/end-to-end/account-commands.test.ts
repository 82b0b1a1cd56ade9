import { codeIn } from '../../scripts/calls/expand-keys';
import { NUMBER, accountPlace, type AccountPlace } from './account-place';

// Processes that load TypeScript and the SDK, build the project and prove its flows.
jest.setTimeout(120_000);

const PHONE = '+14155550100';

let place: AccountPlace;
beforeEach(async () => {
  place = await accountPlace();
});
afterEach(() => place.stop());

/** One live verification; the code in the message is keyed in. */
async function smoke(...argv: readonly string[]) {
  const running = place.run('smoke', ['--to', PHONE, ...argv]);
  const stop = place.twilio.onMessage((message) => running.answer(codeIn(message.body) ?? ''));
  const finished = await running.finished;
  stop();
  return finished;
}

describe('npm run plan, deploy, smoke and destroy', () => {
  test('bring the project to an account, and take it away again', async () => {
    const planned = await place.end('plan', ['--phone-number', NUMBER]);
    expect(planned).toMatchObject({ code: 3, stderr: '' });
    expect(planned.stdout).toMatch(/create {3}Serverless service "phone-verification": there is none/);
    expect(place.changes).toEqual([]);

    const first = await place.end('deploy', ['--yes', '--phone-number', NUMBER]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/created {2}Parent flow "parent-ivr \(dev\)"/);
    expect(first.stdout).toMatch(/https:\/\/console\.twilio\.com\/\S+\/flows\/FW[0-9a-f]{32}/);
    expect(first.stdout).toContain(`Call ${NUMBER}: it leads to "parent-ivr (dev)".`);

    place.changes.length = 0;
    const second = await place.end('deploy', ['--phone-number', NUMBER, '--json']);
    expect(second.code).toBe(0);
    expect(JSON.parse(second.stdout)).toMatchObject({
      ...{ status: 'deployed', environment: 'dev' },
      steps: expect.arrayContaining([
        expect.objectContaining({ kind: 'Verify service', action: 'keep', status: 'kept' }),
      ]) as unknown[],
    });
    expect(await place.end('plan', ['--phone-number', NUMBER])).toMatchObject({ code: 0 });
    expect(place.changes).toEqual([]);

    expect(await smoke()).toMatchObject({ code: 0, stdout: 'Verified: the deployed functions work.\n' });
    expect(JSON.parse((await smoke('--json')).stdout)).toMatchObject({
      ...{ status: 'verified', environment: 'dev' },
      ...{ start: { status: 'sent' }, check: { status: 'approved' } },
    });

    const destroyed = await place.end('destroy', ['--environment', 'dev', '--yes']);
    expect(destroyed).toMatchObject({ code: 0, stderr: '' });
    const { store } = place.twilio;
    expect([store.flows.size, store.serverlessServices.size, store.verifyServices.size]).toEqual([0, 0, 0]);
    expect([...store.phoneNumbers.values()]).toEqual([
      expect.objectContaining({ phoneNumber: NUMBER, voiceUrl: '' }),
    ]);
  });

  test('change nothing where nobody is there to confirm', async () => {
    const refused = await place.end('deploy');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('add --yes');
    expect(place.changes).toEqual([]);
  });

  test('say as JSON that a person declined', async () => {
    const declining = place.run('deploy', ['--json'], { NODE_OPTIONS: place.atTerminal });
    declining.answer('n');
    const { code, stdout, stderr } = await declining.finished;
    expect([code, stderr]).toEqual([1, expect.stringMatching(/\[y\/N\] Nothing was changed\.\n$/)]);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ status: 'declined', environment: 'dev' },
      steps: expect.arrayContaining([expect.objectContaining({ status: 'planned' })]) as unknown[],
    });
    expect(place.changes).toEqual([]);
  });

  test('work with an API key, and blame it when it is none any more', async () => {
    const { sid, secret } = await place.twilio.client().newKeys.create({ friendlyName: 'deploys' });
    const settings = { AUTH_TOKEN: '', API_KEY: sid, API_KEY_SECRET: secret };
    const planned = await place.end('plan', ['--json'], settings);
    expect(planned).toMatchObject({ code: 3, stderr: '' });
    expect(JSON.parse(planned.stdout)).toMatchObject({
      ...{
        status: 'changes',
        steps: expect.arrayContaining([expect.objectContaining({ status: 'planned' })]) as unknown[],
      },
    });
    place.twilio.faults.add({
      ...{ host: 'api.twilio.com', times: 1 },
      effect: { kind: 'answer', status: 403, code: 20003, message: 'Permission denied' },
    });
    const { stderr } = await place.end('plan', [], settings);
    expect(stderr).toMatch(/^Cannot use the account: Phone Numbers .*403.*give the API key the permissions/);
    await place.twilio.client().keys(sid).remove();
    const refused = await place.end('deploy', ['--yes'], settings);
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('mend API_KEY_SECRET') as string,
    });
  });
});
