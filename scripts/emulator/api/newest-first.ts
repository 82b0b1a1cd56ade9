/** The order of Twilio's lists: what was made last comes first. */
export function newestFirst<T>(resources: ReadonlyMap<string, T>): readonly T[] {
  return [...resources.values()].reverse();
}
