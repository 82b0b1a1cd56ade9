import { pause } from '../time.private';
import type { OtpAnswer } from './answers.private';
import { problem, unavailable } from './answers.private';
import type { Call } from './otp-tools.private';
import type { Planned } from './planned-request.private';
import { PROBLEMS } from './problems.private';
import type { ProblemCode } from './problems.private';
import { parseRecord, stateOf, UNDER_WAY_MILLISECONDS } from './record.private';
import type { OtpRecord } from './record.private';
import { accepted } from './send-code.private';

/** How often, and how long between, a repeat looks for the record that somebody else is making. */
const LOOKS = 5;
const LOOK_AGAIN_MILLISECONDS = 400;

/**
 * Answers a request whose number was charged before under the same Idempotency-Key. Its record may be a moment away; when it does
 * not come, the process that was to make it has ended, and `undefined` says: make it. So it does when Twilio could not take its text.
 */
export async function answerRepeat(
  planned: Planned,
  chargedAt: number,
  call: Call,
): Promise<OtpAnswer | undefined> {
  const { store, time } = call.tools;
  for (let look = 1; look <= LOOKS; look += 1) {
    const stored = await store.read(planned.requestId);
    if (stored.kind === 'done') {
      const record = parseRecord(stored.data);
      return mayBeMadeAnew(planned, record, call) ? undefined : answerExisting(planned, record, call);
    }
    if (stored.kind !== 'missing') return { ...unavailable(), subject: { requestId: planned.requestId } };
    if (time.now() >= chargedAt + UNDER_WAY_MILLISECONDS) return undefined;
    if (look < LOOKS) await pause(time, LOOK_AGAIN_MILLISECONDS * (0.5 + time.random()));
  }
  return undefined;
}

/** What the first request under this Idempotency-Key was answered, as it stands now; no text. */
export function answerExisting(planned: Planned, record: OtpRecord, call: Call): OtpAnswer {
  const { requestId } = planned;
  if (!isSame(planned, record, call)) {
    return { ...problem('idempotency_key_reused'), subject: { requestId } };
  }
  const state = stateOf(record, call.tools.time.now());
  if (state.status === 'failed') {
    const isFinal = isProblemCode(state.reason) && state.reason !== 'temporarily_unavailable';
    return { ...problem(isFinal ? state.reason : 'failed', { requestId }), subject: { requestId, record } };
  }
  return accepted('repeated', requestId, record, call);
}

/**
 * Whether a repeat may make the record anew and send its text: Twilio refused the first for a reason that passes, for certain, so
 * that nothing was sent; and nobody guessed meanwhile, so that no guess is forgotten.
 */
export function mayBeMadeAnew(planned: Planned, record: OtpRecord, call: Call): boolean {
  const { end, tries } = record;
  const isPassing = end?.status === 'failed' && end.reason === 'temporarily_unavailable';
  return isPassing && tries.length === 0 && isSame(planned, record, call);
}

function isSame({ fingerprint }: Planned, record: OtpRecord, { client }: Call): boolean {
  return record.fingerprint === fingerprint && record.client === client;
}

function isProblemCode(text: string | undefined): text is ProblemCode {
  return text !== undefined && Object.hasOwn(PROBLEMS, text);
}
