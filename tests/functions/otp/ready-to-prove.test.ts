import { readProofSettings } from '../../../functions/lib/otp/proof-settings.private';
import type { ProofSettings } from '../../../functions/lib/otp/proof-settings.private';
import { newSecrets } from '../../../scripts/one-time-passcodes/new-secrets';
import { invokeOtp, requestOf, useQuietRuntime, wrongCode } from '../fakes/invoke-otp';
import { createOtpWorld } from '../fakes/otp-world';
import type { OtpWorld } from '../fakes/otp-world';

const TO = '+14155550100';
const { OTP_SIGNING_KEY } = newSecrets();
const logged = useQuietRuntime();

/** The same world with a key that the settings let through and nothing can sign with: its point is on no curve. */
function withBrokenKey(world: OtpWorld): OtpWorld {
  const tools: OtpWorld['tools'] = (mishaps) => {
    const usual = world.tools(mishaps);
    return { ...usual, settings: { ...usual.settings, proof: broken() } };
  };
  return { ...world, tools };
}

function broken(): ProofSettings {
  const proof = readProofSettings({ OTP_SIGNING_KEY });
  if (proof === undefined) throw new Error('There is no signing key');
  return { ...proof, key: { ...proof.key, x: proof.key.y } };
}

describe('otp/verify with a signing key that cannot sign', () => {
  test.each(['message', 'verify'])('counts no guess and uses up no code: engine %s', async (engine) => {
    const world = createOtpWorld({ OTP_SIGNING_KEY, OTP_ENGINE: engine });
    const requestId = await requestOf(world, TO);
    const code = engine === 'verify' ? (world.verify.codeOf(TO) ?? '') : world.code();
    for (const tried of [code, wrongCode(world)]) {
      const lost = await invokeOtp(withBrokenKey(world), 'verify', { requestId, code: tried });
      expect([lost.statusCode, lost.body['code']]).toEqual([500, 'misconfigured']);
      expect(lost.body['detail']).toContain('OTP_SIGNING_KEY');
    }
    expect(logged().at(-1)).toMatchObject({ level: 'error', outsideCalls: 0 });
    const status = await invokeOtp(world, 'status', { requestId });
    expect(status.body).toMatchObject({ status: 'pending', attemptsRemaining: 3 });
    const mended = await invokeOtp(world, 'verify', { requestId, code });
    expect(mended.body).toMatchObject({ status: 'valid', proof: expect.any(String) });
  });
});
