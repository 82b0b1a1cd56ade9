import { generateKeyPairSync } from 'node:crypto';

import { parseCallScript } from '../../scripts/calls/parse-call-script';
import { playCall } from '../../scripts/calls/play-call';
import { readScriptedCall } from './scripted-call';
import { setUpStage, type Stage } from './stage';

interface Result {
  readonly status: string;
  readonly proof: string;
}

let stage: Stage;
beforeAll(async () => {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  stage = await setUpStage({
    variables: { OTP_SIGNING_KEY: Buffer.from(JSON.stringify(jwk)).toString('base64url') },
  });
});
afterAll(() => stage.stop());

/** Plays a call of `calls/` and reads what the subflow returned, as an application reads it. */
async function resultOf(name: string): Promise<Result> {
  const { call } = readScriptedCall(name);
  const parsed = parseCallScript(call);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  await playCall(stage.twilio, parsed.script);
  const execution = [...stage.twilio.store.executions.values()].at(-1);
  const flow = stage.twilio.client().studio.v2.flows(execution?.flowSid ?? '');
  const { context } = await flow
    .executions(execution?.sid ?? '')
    .executionContext()
    .fetch();
  const { widgets } = context as { readonly widgets: Readonly<Record<string, Result>> };
  return widgets['run_verify'] ?? { status: '', proof: '' };
}

async function publishedKeys(): Promise<{ keys: Record<string, string>[] }> {
  const [domain = ''] = stage.twilio.functions.domains();
  const { body } = await stage.twilio.functions.request({
    method: 'GET',
    domain,
    path: '/otp/jwks',
    headers: {},
    body: '',
  });
  return JSON.parse(body) as { keys: Record<string, string>[] };
}

describe('the proof of the IVR', () => {
  test('is returned with approved, and checked by the published key', async () => {
    const { createLocalJWKSet, jwtVerify } = await import('jose');
    const { status, proof } = await resultOf('right-code');
    expect(status).toBe('approved');
    const [domain] = stage.twilio.functions.domains();
    const { payload } = await jwtVerify(proof, createLocalJWKSet(await publishedKeys()), {
      issuer: `https://${domain ?? ''}`,
      audience: 'ivr',
      currentDate: new Date(stage.twilio.clock.now()),
    });
    expect(payload).toMatchObject({ purpose: 'ivr', amr: ['otp'] });
    expect(payload.sub).toMatch(/^[0-9a-f]{64}$/);
    expect(stage.logs.join('')).not.toContain(proof);
  });

  test('is blank when the codes were wrong', async () => {
    expect(await resultOf('three-wrong')).toMatchObject({ status: 'max_attempts_reached', proof: '' });
  });
});
