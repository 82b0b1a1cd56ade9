import type { Channel } from '../requests.private';
import type { EngineName, OtpSettings } from './otp-settings.private';

/** The senders of engine `message`. */
type Senders = Pick<OtpSettings, 'from' | 'whatsappFrom'>;

/** Who sends a text of engine `message`; `undefined` when the channel has no sender. A service of senders (`MG…`) cannot call. */
export function senderFor(channel: Channel, { from, whatsappFrom }: Senders): string | undefined {
  if (channel === 'whatsapp') return whatsappFrom;
  return channel === 'call' && from?.startsWith('MG') === true ? undefined : from;
}

/** Whether an engine can use a channel, as far as our own settings know: asked before anything leaves the process. */
export function hasSender(engine: EngineName, channel: Channel, senders: Senders): boolean {
  return engine === 'verify' || senderFor(channel, senders) !== undefined;
}
