/** How often the code is said. */
const TIMES = 3;

/**
 * TwiML that says the template with the code in it slowly, digit by digit with a pause of a second after each, three times.
 * https://www.twilio.com/docs/voice/twiml/say
 */
export function spokenCode(template: string, code: string, minutes: number): string {
  const [before = '', after = ''] = template.replaceAll('{minutes}', String(minutes)).split('{code}');
  const digits = Array.from(code, (digit) => `${say(digit)}<Pause length="1"/>`).join('');
  const once = `${say(before)}<Pause length="1"/>${digits}${say(after)}<Pause length="2"/>`;
  return `<Response><Pause length="1"/>${once.repeat(TIMES)}</Response>`;
}

function say(text: string): string {
  const words = text.replace(/^[\s.,;:!]+/, '').trim();
  return words === '' ? '' : `<Say>${escapeXml(words)}</Say>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
