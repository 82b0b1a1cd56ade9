import twilio from 'twilio';

import { askTwilio } from '../../../../scripts/account/ask-twilio';
import { printTroubles } from '../../../../scripts/deployment/plan/print-deployment';
import { createAccount } from '../../../../scripts/deployment/create-account';
import { PermissionError } from '../../../../scripts/deployment/requests/permission-error';
import { functionFile } from '../example-want';
import { rehearsal, type Rehearsal } from '../rehearsal';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

let place: Rehearsal;
beforeEach(async () => {
  place = await rehearsal();
});
afterEach(() => place.stop());

const FORBIDDEN = { kind: 'answer', status: 403, code: 20003, message: 'Permission denied' } as const;

describe('a permission that is missing', () => {
  test('is named with its product while the account is read, and nobody is told to try again', async () => {
    place.twilio.faults.add({ host: 'verify.twilio.com', effect: FORBIDDEN });
    await expect(askTwilio('read the account', place.deploy())).rejects.toMatchObject({
      code: 'twilio-refused',
      message: expect.stringMatching(
        /^Cannot read the account: Verify does not let these credentials do that \(verify\.twilio\.com, HTTP 403: "Permission denied"\); look in the Twilio console whether the account is active .* \(Twilio error 20003\)\.$/,
      ) as string,
    });
  });

  test.each([
    ['studio.twilio.com', 'Verify subflow', 'Studio'],
    ['serverless-upload.twilio.com', 'Functions', 'Serverless'],
  ])('is named with its product while %s is changed', async (host, step, product) => {
    place.twilio.faults.add({ host, method: 'POST', effect: FORBIDDEN });
    const deployment = await place.deploy();
    expect(printTroubles(deployment)[0]).toMatch(
      new RegExp(`^Cannot deploy ${step} ".*": ${product}.* does not let`),
    );
  });

  test('is mended at the API key where one logged in', async () => {
    const { sid, secret } = await place.twilio.client().newKeys.create({ friendlyName: 'deploys' });
    const { accountSid } = place.account.client;
    const client = twilio(sid, secret, { accountSid, httpClient: place.twilio.client().httpClient });
    const { random, wait } = { random: () => 0.5, wait: place.twilio.wait };
    const account = createAccount({ client, wait, random, uploadOrigin: place.twilio.url });
    place.twilio.faults.add({ effect: FORBIDDEN });
    const file = functionFile('/mine');
    const mend = /give the API key the permissions .* or set AUTH_TOKEN instead of API_KEY$/;
    await expect(account.client.studio.v2.flows.list()).rejects.toThrow(mend);
    await expect(account.upload(file, { serviceSid: 'ZS1', resourceSid: 'ZH1' })).rejects.toThrow(mend);
  });

  test('is told from its host in a region too', () => {
    expect(new PermissionError(401, 'sync.dublin.ie1.twilio.com', '{}').message).toMatch(/^Sync does not/);
    expect(new PermissionError(401, 'other.twilio.com', 'text').message).toMatch(
      /^other\.twilio\.com does not/,
    );
  });
});
