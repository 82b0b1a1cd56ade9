import type { PageCall } from '../model/page-state';
import { statusText } from './words';

/** How a call came out, in words. */
export interface Verdict {
  readonly isVerified: boolean;
  readonly title: string;
  readonly detail: string;
}

/** The verdict on a call that is over; null before. */
export function verdictOf({ entries }: PageCall): Verdict | null {
  const over = entries.find((entry) => entry.kind === 'over');
  if (over === undefined) return null;
  if (over.isVerified) {
    return { isVerified: true, title: 'Verified', detail: 'The caller holds the number.' };
  }
  const ends = {
    completed: 'The call went to its end.',
    'hung-up': 'The caller hung up.',
    stopped: 'The call was ended through the API.',
    failed: `Studio stopped the call: ${over.message}`,
  };
  const reason = over.status === '' ? '' : `: ${statusText(over.status)}`;
  return { isVerified: false, title: `Not verified${reason}`, detail: ends[over.outcome] };
}
