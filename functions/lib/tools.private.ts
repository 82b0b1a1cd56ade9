import type { Settings } from './settings.private';
import type { Time } from './time.private';
import type { TwilioPort } from './twilio-port.private';

/** What the domain calls work with. */
export interface Tools {
  readonly twilio: TwilioPort;
  readonly settings: Settings;
  readonly time: Time;
}
