import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { deployToLocal, LOCAL_PHONE_NUMBER as OURS } from '../../../scripts/deployment/deploy-to-local';
import { verifySender } from '../../../scripts/emulator/entities/message';
import { type LocalTwilio, startLocalTwilio } from '../../../scripts/emulator/local-twilio';
import { blocksOf } from './blocks';

jest.setTimeout(180_000);

const projectDirectory = path.resolve(__dirname, '../../..');
const builtDirectory = path.join(projectDirectory, 'dist');
const PHONE = '+14155550100';

type Client = ReturnType<LocalTwilio['client']>;
type Example = (client: Client, flowSid: string) => Promise<{ readonly sid: string }>;

let twilio: LocalTwilio;
let flowSid: string;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'otp-example-'));
  twilio = await startLocalTwilio({ clock: 'virtual', buildMilliseconds: 0 });
  const deployed = await deployToLocal(twilio, { projectDirectory, builtDirectory, otpByReply: true });
  if (deployed.status !== 'deployed') throw new Error(deployed.problems.join('\n'));
  const { sid = '', webhookUrl = '' } = deployed.outputs.replyFlow ?? {};
  const [number] = await twilio.client().incomingPhoneNumbers.list();
  await twilio
    .client()
    .incomingPhoneNumbers(number?.sid ?? '')
    .update({ smsUrl: webhookUrl });
  flowSid = sid;
});
afterAll(async () => {
  await twilio.stop();
  rmSync(folder, { recursive: true });
});

/** The code of docs/otp/by-reply.md as it stands, as a function of what it leaves to the reader. */
function loadExample(): Example {
  const [block] = blocksOf(readFileSync(path.join(projectDirectory, 'docs/otp/by-reply.md'), 'utf8'));
  const file = path.join(folder, 'example.cjs');
  const lines = ['module.exports = async (client, flowSid) => {', block?.text, 'return execution;', '};'];
  writeFileSync(file, lines.join('\n'));
  return createRequire(__filename)(file) as Example;
}

describe('docs/otp/by-reply.md', () => {
  test('has an example that verifies the person who answers', async () => {
    const { sid } = await loadExample()(twilio.client(), flowSid);
    await twilio.wait(5000);
    const phone = twilio.phone(PHONE);
    const text = phone.texts().find(({ from }) => from === verifySender);
    const body = /\d{6}/.exec(text?.body ?? '')?.[0] ?? '';
    twilio.sendText({ from: PHONE, to: OURS, body });
    await twilio.wait(5000);
    const execution = twilio.client().studio.v2.flows(flowSid).executions(sid);
    expect((await execution.fetch()).status).toBe('ended');
    const { context } = await execution.executionContext().fetch();
    expect(context).toMatchObject({
      flow: { variables: { status: 'approved', verified: 'true', to: PHONE, attempts: '1' } },
    });
  });
});
