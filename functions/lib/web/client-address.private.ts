import { isIP } from 'node:net';

/** What a provider hands to one customer, so that nobody has a new address for every code: the first four of eight groups. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;

/**
 * The address that a proxy names in a header, as it is counted: IPv6 by its network of 64 bits. Whatever stands before the last comma
 * may have come from the browser itself; only the last element is the proxy's own. `undefined`: it is no address.
 */
export function clientAddress(header: unknown): string | undefined {
  if (typeof header !== 'string') return undefined;
  const address = header.slice(header.lastIndexOf(',') + 1).trim();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIP(mapped) === 4) return mapped;
  return isIP(mapped) === 6 ? networkOf(mapped) : undefined;
}

function networkOf(address: string): string {
  const [start = '', end] = (address.split('%')[0] ?? '').replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split('::');
  const [left, right] = [groupsOf(start), groupsOf(end ?? '')];
  const zeros = end === undefined ? 0 : GROUPS - left.length - right.length;
  const all = [...left, ...Array.from({ length: zeros }, () => 0), ...right];
  const network = all.slice(0, NETWORK_GROUPS).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

function groupsOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}
