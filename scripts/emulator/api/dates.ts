/** A date as the v2 APIs write it: `2026-01-31T12:00:00Z`, without fractions of a second. */
export function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** A date as the 2010 API writes it (RFC 2822): `Sat, 31 Jan 2026 12:00:00 +0000`. */
export function rfc2822Date(milliseconds: number): string {
  return new Date(milliseconds).toUTCString().replace('GMT', '+0000');
}
