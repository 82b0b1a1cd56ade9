import { isoOf, problem } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { prospectsOf } from './describe-request.private';
import { guess } from './guess.private';
import type { Guess } from './guess.private';
import { notifyIfDue } from './notify.private';
import type { Call } from './otp-tools.private';
import type { OtpRecord } from './record.private';

/**
 * Makes the proof that goes with a right code; passed in, so that only who needs it loads what it takes, and ready before the guess is
 * counted: see `readyToProve`.
 */
export type Prover = (
  requestId: string,
  record: OtpRecord,
  call: Call,
) => Promise<{ readonly proof: string; readonly proofExpiresAt: number } | undefined>;

/** Two requests to Sync with engine `message`; with `verify` one to Verify as well, and one to Sync more where that ends the record. */
export async function verifyCode(made: Guess, call: Call, prove: Prover): Promise<OtpAnswer> {
  const { requestId } = made;
  const guessed = await guess(made, call);
  if (guessed.kind === 'unanswered') return guessed.answer;
  const { record } = guessed;
  const subject = { requestId, record };
  await notifyIfDue(requestId, record, call.tools, guessed.kind !== 'refused');
  switch (guessed.kind) {
    case 'right':
      return { ...valid(requestId, record, await prove(requestId, record, call)), subject };
    case 'wrong':
      return { ...problem('invalid_code', { requestId, ...prospectsOf(record, call.tools) }), subject };
    case 'refused':
      return { ...problem(guessed.refusal, { requestId }), subject };
  }
}

function valid(requestId: string, { purpose }: OtpRecord, proof: Awaited<ReturnType<Prover>>): OtpAnswer {
  const proven =
    proof === undefined ? {} : { proof: proof.proof, proofExpiresAt: isoOf(proof.proofExpiresAt) };
  return {
    kind: 'success',
    httpStatus: 200,
    decision: 'valid',
    body: { requestId, status: 'valid', purpose, ...proven },
  };
}
