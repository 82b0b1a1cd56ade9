/** What a passcode is called in the texts that bring one; English and Spanish. */
const NAMES =
  /\b(codes?|passcodes?|passwords?|pin|otp|verification|c[oó]digos?|clave|contraseña|verificaci[oó]n)(?!\p{L})/iu;

/** Four to ten digits, also in two groups. */
const PASSCODE = /(?<!\d)\d{3,5}[ -]?\d{1,5}(?!\d)/g;

/**
 * Twilio fails an inbound text in which it sees a one-time passcode, and redacts the passcode: error 30038
 * (https://www.twilio.com/docs/api/errors/30038). Returns the redacted text, or null when it sees none.
 * Not public: what it takes for a passcode, and what stands in its place. Here: digits beside a word for such a code, and
 * an asterisk for each. Digits alone pass, for which Twilio gives no promise.
 */
export function redactPasscode(body: string): string | null {
  if (!NAMES.test(body)) return null;
  const redacted = body.replace(PASSCODE, (digits) => digits.replace(/\d/g, '*'));
  return redacted === body ? null : redacted;
}
