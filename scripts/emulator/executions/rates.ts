import type { Store } from '../store';
import type { Milliseconds } from '../time/clock';

/**
 * Counts that an execution starts, over the local Twilio's clock; false when it is one too many in this second
 * (https://www.twilio.com/docs/studio/user-guide/studio-faq#rate-limits). Where virtual time stands still, nothing comes back;
 * whoever wants more at one moment says so in `store.studioSettings`. Not public: how Twilio counts, and whether one that is
 * refused counts; here it does not.
 */
export function mayStart(
  { studioSettings, studioRates }: Store,
  way: 'inbound' | 'requested',
  now: Milliseconds,
): boolean {
  const perSecond = studioSettings[`${way}PerSecond`];
  if (perSecond === Infinity) return true;
  const allowance = studioRates[way];
  const drained = ((now - allowance.at) / 1000) * perSecond;
  const used = Math.max(allowance.used - drained, 0) + 1;
  if (used > perSecond) return false;
  Object.assign(allowance, { used, at: now });
  return true;
}
