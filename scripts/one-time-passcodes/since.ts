const MILLISECONDS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads how far to look back: `90m`, `24h`, `7d`, or a date that `Date` reads; milliseconds since 1970. */
export function readSince(text: string, now: number): number | { readonly complaint: string } {
  const [, count, unit = ''] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  if (count !== undefined) return now - Number(count) * (MILLISECONDS[unit] ?? 0);
  const moment = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(moment)) {
    return { complaint: `"${text}" must be 90m, 24h, 7d or a date such as 2026-11-20 or 2026-11-20T08:00Z.` };
  }
  return moment;
}
