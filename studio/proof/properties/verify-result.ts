import type { Json, JsonObject } from '../../model/json';
import type { Arrival } from '../arrival';

/** The keys by which a flow of ours says how a verification ended (studio/README.md). */
export const RESULT_KEYS = ['status', 'verified', 'to', 'attempts', 'proof'] as const;

/** What it may say as its status. */
const STATUSES = [
  'approved',
  'max_attempts_reached',
  'expired',
  'no_input',
  'invalid_number',
  'unreachable',
  'rate_limited',
  'error',
];

/** What is wrong with a result, in words about `who` left it; null when nothing is. `given` is the number to verify. */
export function brokenPart(
  arrival: Arrival,
  who: string,
  result: JsonObject,
  given: Json | undefined,
): string | null {
  for (const key of RESULT_KEYS) {
    if (typeof result[key] !== 'string')
      return `${who} returns no "${key}" on this path: set it at the end of every branch`;
  }
  if (typeof result['attempts'] !== 'string' || !/^\d+$/.test(result['attempts']))
    return `${who} returns attempts that are no number: count the codes that were keyed in`;
  if (result['to'] !== given) return `${who} returns another "to" than it was given: return that`;
  return brokenStatus(arrival, who, result);
}

function brokenStatus(
  { world, caller }: Arrival,
  who: string,
  { status, verified, to, proof }: JsonObject,
): string | null {
  if (typeof status !== 'string' || !STATUSES.includes(status))
    return `${who} returns a status that the contract does not know`;
  if (verified !== String(status === 'approved'))
    return `${who} returns verified ${JSON.stringify(verified)} with status "${status}"`;
  if (proof !== '' && status !== 'approved') return `${who} returns a proof with status "${status}"`;
  if (status === 'approved' && world.approvedNumber === '')
    return `${who} returns "approved" although Verify approved nothing`;
  return to === caller || status !== 'approved' ? null : `${who} returns "approved" for another number`;
}
