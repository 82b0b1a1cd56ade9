import { readOptionalText, readParameter } from './parameters.private';

/** Channels this project offers; Verify has more. https://www.twilio.com/docs/verify/api/verification */
export const CHANNELS = ['sms', 'whatsapp', 'call'] as const;

/** How a code travels. The voice channel is called `call`. */
export type Channel = (typeof CHANNELS)[number];

/** Parameters of `/start-verify`, of the right type but not yet looked at: `to` may be anything but absent. */
export interface StartRequest {
  readonly to: string;
  readonly channel: Channel;
  /** Language of the message, shaped like `pt-BR`; Verify chooses by the number's country when it is left out. */
  readonly locale?: string;
  readonly callSid?: string;
}

/** Parameters of `/check-verify`. */
export interface CheckRequest {
  readonly to: string;
  /** What was keyed in, without spaces; digits or not. */
  readonly code: string;
}

/** A request that could be read, or a sentence about why not. The sentence quotes nothing of the request. */
export type Read<Request> =
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'malformed'; readonly message: string };

const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;
const CALL_SID = /^CA[0-9a-f]{32}$/i;

/** Reads the parameters of `/start-verify`. A locale or call SID that does not look like one is dropped. */
export function readStartRequest(event: unknown): Read<StartRequest> {
  const to = readParameter(event, 'to');
  if (to.kind !== 'text') return malformed('to', to.kind);
  const channel = readParameter(event, 'channel');
  if (channel.kind === 'malformed') return malformed('channel', channel.kind);
  const named = channel.kind === 'absent' ? '' : channel.text.trim().toLowerCase();
  const known = named === '' ? 'sms' : CHANNELS.find((candidate) => candidate === named);
  if (known === undefined) {
    return { kind: 'malformed', message: `Parameter "channel" must be one of: ${CHANNELS.join(', ')}.` };
  }
  return { kind: 'request', request: { to: to.text, channel: known, ...hints(event) } };
}

/** Reads the parameters of `/check-verify`. */
export function readCheckRequest(event: unknown): Read<CheckRequest> {
  const to = readParameter(event, 'to');
  if (to.kind !== 'text') return malformed('to', to.kind);
  const code = readParameter(event, 'code');
  if (code.kind !== 'text') return malformed('code', code.kind);
  return { kind: 'request', request: { to: to.text, code: code.text.replace(/\s/g, '') } };
}

function hints(event: unknown): { locale?: string; callSid?: string } {
  const locale = readOptionalText(event, 'locale');
  const callSid = readOptionalText(event, 'callSid');
  return {
    ...(locale !== undefined && LOCALE.test(locale) ? { locale } : {}),
    ...(callSid !== undefined && CALL_SID.test(callSid) ? { callSid } : {}),
  };
}

function malformed(name: string, kind: 'absent' | 'malformed'): { kind: 'malformed'; message: string } {
  const problem = kind === 'absent' ? 'is missing' : 'must be given once, as a short text';
  return { kind: 'malformed', message: `Parameter "${name}" ${problem}.` };
}
