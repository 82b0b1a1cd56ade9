/** An origin as browsers write it, `undefined` for anything that is not just that: https anywhere, http on loopback only. */
export function readOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isOrigin = url.href === `${url.origin}/` && !text.includes('?') && !text.includes('#');
  return isOrigin && isSafe(url) ? url.origin : undefined;
}

/** No application's address is longer. */
const MOST_CHARACTERS = 1024;

/**
 * Reads where a person is to be sent back to: only to an origin that was configured, compared as a whole. A user name or a
 * password in it is refused, and so is what browsers and `URL` may read differently: backslashes, spaces and control characters.
 */
export function readReturnUrl(text: string, origins: readonly string[]): string | undefined {
  if (text.length > MOST_CHARACTERS || !/^https?:\/\/[^\s\\\p{Cc}]+$/iu.test(text) || !URL.canParse(text))
    return undefined;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.hash === '';
  return isPlain && isSafe(url) && origins.includes(url.origin) ? url.href : undefined;
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function isLoopback(hostname: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}
