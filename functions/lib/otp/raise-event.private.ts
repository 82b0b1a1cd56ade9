import { problem } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { guess } from './guess.private';
import type { Guess } from './guess.private';
import { notifyIfDue } from './notify.private';
import type { Call } from './otp-tools.private';

/** The raise-event form of verify: 202 however the code was, and the status tells; 410 once no more events are taken. */
export async function raiseEvent(made: Guess, call: Call): Promise<OtpAnswer> {
  const { requestId } = made;
  const guessed = await guess(made, call);
  if (guessed.kind === 'unanswered') return guessed.answer;
  const subject = { requestId, record: guessed.record };
  await notifyIfDue(requestId, guessed.record, call.tools, guessed.kind !== 'refused');
  if (guessed.kind === 'refused' && guessed.refusal === 'purpose_mismatch') {
    return { ...problem('purpose_mismatch', { requestId }), subject };
  }
  if (guessed.kind === 'refused') return { ...problem('ended', { requestId }), subject };
  const decision = guessed.kind === 'right' ? 'valid' : 'invalid_code';
  return { kind: 'success', httpStatus: 202, decision, body: {}, subject };
}
