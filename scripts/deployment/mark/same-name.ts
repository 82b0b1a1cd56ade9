/** Why nobody can tell which of several things is ours, and how that is mended. A clause. */
export function sameName(things: readonly { readonly sid: string }[], setting?: string): string {
  const sids = things.map(({ sid }) => sid).join(' and ');
  const mend = setting === undefined ? '' : `, or name yours in ${setting}`;
  return `${sids} share this name; rename or delete one${mend}`;
}
