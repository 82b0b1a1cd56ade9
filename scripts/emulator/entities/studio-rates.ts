import type { Allowance } from './sync-service';

/** How many executions may start in a second; `Infinity` switches a limit off. It can be changed at any time. */
export interface StudioSettings {
  /** By calls and messages. */
  inboundPerSecond: number;
  /** By the REST API. */
  requestedPerSecond: number;
}

/** What has been used of them. */
export interface StudioRates {
  readonly inbound: Allowance;
  readonly requested: Allowance;
}

/** What every account has (https://www.twilio.com/docs/studio/user-guide/studio-faq#rate-limits). */
export const TWILIOS_RATES: StudioSettings = { inboundPerSecond: 100, requestedPerSecond: 20 };
