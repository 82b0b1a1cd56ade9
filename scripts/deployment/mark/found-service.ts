import { isMarkedMade, markedSid, type MarkedThing } from './mark';
import type { Decision } from '../plan/plan';
import { sameName } from './same-name';

/** A service of a product that lets services share names: Verify, Sync. */
export interface NamedService {
  readonly sid: string;
  readonly friendlyName: string;
}

/** How such a service is found again. */
export interface ServiceSearch {
  readonly friendlyName: string;
  /** A service that the settings name; it wins over the name. */
  readonly sid: string | null;
}

/**
 * Of all services of a product the one that this project made, whatever its name is or should be by now; or else those with our name. One that it
 * only used belongs to somebody else, and is named by the settings.
 */
export function searchServices<Service extends NamedService>(
  all: readonly Service[],
  { friendlyName }: ServiceSearch,
  marked: MarkedThing | null,
): readonly Service[] {
  const ours = all.filter((service) => isMarkedMade(marked, service));
  return ours.length > 0 ? ours : all.filter((service) => service.friendlyName === friendlyName);
}

/** What decides whether a service may be used. */
export interface ServiceQuestion<Service extends NamedService> {
  readonly wanted: ServiceSearch;
  readonly found: readonly Service[];
  /** What the mark says of it. */
  readonly marked: MarkedThing | null;
  /** The setting that names it. */
  readonly setting: string;
  readonly takeOver: boolean;
}

/** The service that may be used; or why there is none, which may be that it has to be made. */
export type ServiceAnswer<Service> =
  | { readonly kind: 'usable'; readonly service: Service }
  | { readonly kind: 'decided'; readonly decision: Decision };

/** Picks the service that may be used: a name alone does not make it ours. */
export function decideOnService<Service extends NamedService>(
  question: ServiceQuestion<Service>,
): ServiceAnswer<Service> {
  const { wanted, found, marked, setting, takeOver } = question;
  const [service, ...others] = found;
  if (service === undefined) {
    return wanted.sid === null
      ? decided('create', 'there is none of this name')
      : decided('blocked', `the account has no service ${wanted.sid}; mend ${setting}`);
  }
  if (others.length > 0) return decided('blocked', sameName(found, setting));
  const isKnown = wanted.sid !== null || isMarkedMade(marked, service) || markedSid(marked) === service.sid;
  if (isKnown || takeOver) return { kind: 'usable', service };
  const choices = `rename it, name it in ${setting}, or let it be used and changed by --take-over`;
  return decided('blocked', `${service.sid} has this name and was not made by this project; ${choices}`);
}

/** What the mark is to say of a service that is used. */
export function markOfFound(
  found: NamedService,
  wanted: ServiceSearch,
  marked: MarkedThing | null,
): MarkedThing {
  const { sid } = found;
  if (marked !== null && markedSid(marked) === sid) return marked;
  return { status: isMarkedMade(marked, found) && wanted.sid === null ? 'made' : 'used', sid };
}

function decided(action: Decision['action'], reason: string): ServiceAnswer<never> {
  return { kind: 'decided', decision: { action, reason } };
}
