import type { OtpTools } from '../otp/otp-tools.private';
import { postForm } from './post-form.private';
import { fieldText } from './form-fields.private';
import type { Visit } from './visit.private';
import type { WebSettings } from './web-settings.private';

/** What became of a challenge. Where none is set up, everybody has passed it. */
export type ChallengeResult = 'passed' | 'failed' | 'unavailable';

/** What a challenge is checked with. */
export interface Challenged extends Pick<Visit, 'event' | 'ip'> {
  readonly web: Pick<WebSettings, 'challenge'>;
  readonly tools: Pick<OtpTools, 'deadline'>;
}

const CHECK_MILLISECONDS = 3_000;

/**
 * Has the provider check the answer that came with a form, before anything is written or sent. No answer of the provider's is no
 * pass. The one place to add a challenge of another kind.
 */
export async function checkChallenge({ web, tools, event, ip }: Challenged): Promise<ChallengeResult> {
  const { challenge } = web;
  if (challenge === undefined) return 'passed';
  const answer = fieldText(event, challenge.field) ?? '';
  if (answer === '') return 'failed';
  const form = { secret: challenge.secret, response: answer, ...(ip === undefined ? {} : { remoteip: ip }) };
  const reply = await tools.deadline.attempt(() => postForm(challenge.verifyUrl, form), CHECK_MILLISECONDS);
  if (reply.kind !== 'done') return 'unavailable';
  return isSuccess(reply.value) ? 'passed' : 'failed';
}

/** Everybody's `siteverify` answers `{success: true}` for a good one. */
function isSuccess(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'success' in value && value.success === true;
  } catch {
    return false;
  }
}
