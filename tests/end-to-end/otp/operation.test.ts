import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { findProgram, tellPassedOver } from '../../find-program';
import type { Finished } from '../run-command';
import type { Listener } from './listener';
import { startListener } from './listener';
import type { OtpStage } from './stage';
import { codeOf, readConfiguration, startOtpStage } from './stage';

// Processes that load TypeScript and the SDK.
jest.setTimeout(180_000);

const ROOT = path.resolve(__dirname, '../../..');
const GUIDE = readFileSync(path.join(ROOT, 'docs/otp/README.md'), 'utf8');
const PHONE = '+14155550100';
const WEBHOOK_SECRET = 'a-secret-of-24-characters';

let stage: OtpStage;
let listener: Listener;
let folder: string;
beforeAll(async () => {
  listener = await startListener();
  const webhook = { OTP_WEBHOOK_URL: listener.url, OTP_WEBHOOK_SECRET: WEBHOOK_SECRET };
  const settings = { ...readConfiguration('two-endpoints.env'), ...webhook, OTP_RESEND_SECONDS: '0' };
  // On real time: programs that look at records and proofs have no other.
  stage = await startOtpStage(settings, 'real');
  folder = mkdtempSync(path.join(tmpdir(), 'otp-'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
});
afterAll(async () => {
  await stage.stop();
  await listener.stop();
  rmSync(folder, { recursive: true });
});

/** The n-th block of the guide in a language. */
function block(language: string, n = 0): string {
  const blocks = [...GUIDE.matchAll(new RegExp('```' + language + '\\n([\\s\\S]*?)```', 'g'))];
  return blocks[n]?.[1] ?? '';
}

function run(program: string, argv: readonly string[], env: Record<string, string> = {}): Promise<Finished> {
  return new Promise((resolve) => {
    const options = {
      cwd: env['LOCAL_TWILIO_PORT'] ? ROOT : folder,
      env: { PATH: process.env['PATH'], ...env },
    };
    const child = execFile(program, [...argv], options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}

/** `npm run otp -- …`, led to the local Twilio. */
function otp(...argv: readonly string[]): Promise<Finished> {
  const { account, port } = stage.twilio;
  return run(process.execPath, ['--import', 'tsx', 'scripts/otp.ts', ...argv, '--environment', 'prod'], {
    NO_COLOR: '1',
    ACCOUNT_SID: account.sid,
    AUTH_TOKEN: account.authToken,
    LOCAL_TWILIO_PORT: String(port),
    NODE_OPTIONS: `--require ${path.join(ROOT, 'dist/emulator/preload.cjs')}`,
  });
}

/** A request that was verified, and the proof of that. */
async function verified(): Promise<{ readonly requestId: string; readonly proof: string }> {
  const { body } = await stage.post('/otp/request', { phoneNumber: PHONE, purpose: 'login' });
  const requestId = String(body['requestId']);
  const answer = await stage.post('/otp/verify', { requestId, code: codeOf(stage, PHONE) });
  expect(answer.body).toMatchObject({ status: 'valid' });
  return { requestId, proof: String(answer.body['proof']) };
}

/** What listens is told once more after each verified request. */
async function untilTold(): Promise<void> {
  const before = listener.heard.length;
  await verified();
  await listener.untilAnswered(before + 1);
}

describe('docs/otp/README.md', () => {
  test('has a session that works as it stands', async () => {
    if (findProgram('curl') === null || findProgram('sh') === null) {
      tellPassedOver('the session of docs/otp/README.md, which needs sh and curl');
      return;
    }
    const session = block('sh')
      .replace('URL=http://127.0.0.1:4010', `URL=${stage.url}`)
      .replace('KEY=otpk_…', `KEY=${stage.apiKey}`);
    const { stdout } = await run('sh', ['-c', session]);
    expect(stdout).toMatch(/"status":"pending".*"status":"valid","purpose":"login","proof":"/s);
    await listener.untilAnswered(1);
  });

  test('has a proof checked as another application would', async () => {
    const { requestId, proof } = await verified();
    const file = path.join(folder, 'check-proof.mjs');
    writeFileSync(file, block('js'));
    const right = await run(process.execPath, [file, stage.url, proof]);
    expect(right).toMatchObject({ code: 0, stderr: '' });
    expect(right.stdout).toMatch(new RegExp(`^${requestId} [0-9a-f]{64}\\n$`));
    const [head, claims = '', signature] = proof.split('.');
    const forged = Buffer.from(claims, 'base64url').toString().replace('login', 'admin');
    const wrong = [head, Buffer.from(forged).toString('base64url'), signature].join('.');
    expect((await run(process.execPath, [file, stage.url, wrong])).stderr).toContain(
      'signature verification failed',
    );
  });

  test.each([
    ["purpose !== 'login'", "purpose !== 'payment'", 'It proves something else'],
    ["azp !== 'local'", "azp !== 'shop'", 'It proves something else'],
    ["audience: 'local'", "audience: 'shop'", 'unexpected "aud"'],
  ])('has a proof refused where %s is %s', async (mine, theirs, sentence) => {
    const file = path.join(folder, 'check-other.mjs');
    expect(block('js')).toContain(mine);
    writeFileSync(file, block('js').replace(mine, theirs));
    const { proof } = await verified();
    const { code, stderr } = await run(process.execPath, [file, stage.url, proof]);
    expect([code, stderr]).toEqual([1, expect.stringContaining(sentence)]);
  });

  test('has a check of signatures that takes ours, and no other', async () => {
    await untilTold();
    const { signature, body } = listener.heard.at(-1) ?? { signature: '', body: '' };
    const cases = [
      [signature, body, WEBHOOK_SECRET],
      [signature, `${body} `, WEBHOOK_SECRET],
      [signature, body, 'another secret'],
      ['', body, WEBHOOK_SECRET],
      [signature, body, WEBHOOK_SECRET, Date.now() + 600_000],
    ];
    const file = path.join(folder, 'check-signature.mjs');
    const driver = `console.log(JSON.stringify(${JSON.stringify(cases)}.map((each) => isOurs(...each))));`;
    writeFileSync(file, `${block('js', 1)}\n${driver}`);
    const { stdout } = await run(process.execPath, [file]);
    expect(JSON.parse(stdout)).toEqual([true, false, false, false, false]);
  });
});

describe('the webhook', () => {
  test('does not hold up the answer, and is told again until it is heard', async () => {
    let answerNow: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answerNow = resolve;
    });
    const statuses = [500, 503, 204];
    const before = listener.heard.length;
    listener.answer(async () => {
      await answered;
      return statuses.shift() ?? 204;
    });
    const { requestId } = await verified();
    answerNow();
    await listener.untilAnswered(before + 3);
    const events = listener.heard.slice(before).map(({ event }) => event);
    expect(events.map(({ id, type }) => [id, type])).toEqual(
      Array.from({ length: 3 }, () => [`${requestId}.verified`, 'otp.verified']),
    );
    expect(JSON.stringify(events)).not.toContain(PHONE.slice(-7));
  });
});

describe('npm run otp', () => {
  test('shows, lists and delivers what is on record', async () => {
    listener.answer(500);
    const { requestId } = await verified();
    const listed = await otp('list', '--since', '1h', '--json');
    expect(listed.code).toBe(0);
    const { records } = JSON.parse(listed.stdout) as { records: { requestId: string }[] };
    expect(records.at(-1)).toMatchObject({
      requestId,
      status: 'verified',
      phoneNumber: '+1******0100',
      client: 'local',
      purpose: 'login',
      webhook: 'due',
    });
    expect(listed.stdout).not.toMatch(/"digest"|"salt"|\+14155550100/);
    expect(await otp('deliver')).toMatchObject({ code: 1, stdout: '0 of 1 ends were told.\n' });
    listener.answer(204);
    expect(await otp('deliver')).toMatchObject({ code: 0, stdout: '1 of 1 ends were told.\n', stderr: '' });
    const shown = await otp('show', requestId);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain('delivered');
    expect(shown.stdout).not.toContain(PHONE);
    expect(await otp('show', `otp_${'x'.repeat(22)}`)).toMatchObject({ code: 1 });
  });
});
