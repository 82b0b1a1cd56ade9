/** What Twilio allows in the friendly name of a Verify service, which stands in the message (https://www.twilio.com/docs/api/errors/60200). */
const MOST_CHARACTERS = 30;
const MOST_DIGITS = 4;

/** Why Twilio would not take a composed name, and what to choose instead; null when it would. A clause. */
export function verifyNameProblem(friendlyName: string): string | null {
  const characters = Array.from(friendlyName).length;
  const digits = friendlyName.replace(/\D/g, '').length;
  const mend = 'choose a shorter VERIFY_FRIENDLY_NAME, or another --environment';
  if (characters > MOST_CHARACTERS) {
    return `"${friendlyName}" has ${characters} characters; Twilio takes ${MOST_CHARACTERS}: ${mend}`;
  }
  if (digits > MOST_DIGITS) {
    return `"${friendlyName}" has ${digits} digits; Twilio takes ${MOST_DIGITS}: ${mend.replace('a shorter', 'another')}`;
  }
  return null;
}
