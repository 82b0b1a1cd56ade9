import type { Visit } from '../model/widget';

/** A string property that Liquid does not touch, as it stands; empty when absent. */
export function literalText(visit: Visit, name: string): string {
  const value = visit.property(name);
  return typeof value === 'string' ? value : '';
}
