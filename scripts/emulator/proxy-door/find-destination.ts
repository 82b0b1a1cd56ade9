import { isStoodInFor } from '../interception/hosts';

/** Whether a program may be led to the local Twilio; the message of a refusal says what to do. */
export type Destination =
  { readonly kind: 'twilio' } | { readonly kind: 'refused'; readonly message: string };

/** Judges the `host:port` of a CONNECT request. */
export function findDestination(authority: string): Destination {
  const [, host = '', port = ''] = /^([a-z0-9.-]+):(\d+)$/i.exec(authority) ?? [];
  if (!isStoodInFor(host))
    return refused(authority, 'only hosts of Twilio are stood in for, and nothing else leaves this machine');
  if (port !== '443') return refused(authority, 'Twilio is asked by HTTPS only, on port 443');
  if (host.split('.').length > 3)
    return refused(authority, 'it has no edges and regions, so unset TWILIO_EDGE and TWILIO_REGION');
  return { kind: 'twilio' };
}

function refused(authority: string, reason: string): Destination {
  // Whatever a program sent ends up in somebody's terminal.
  const shown = JSON.stringify(authority.slice(0, 300));
  return { kind: 'refused', message: `The local Twilio does not connect to ${shown}: ${reason}` };
}
