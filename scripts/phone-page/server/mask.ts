/** Shows of every phone number in a text only its end: `…00`. Digits inside of SIDs stay. */
export function withoutNumbers(text: string): string {
  return text.replace(/(?<![0-9A-Za-z])\+?\d{7,15}(?![0-9A-Za-z])/g, (number) => `…${number.slice(-2)}`);
}

/** The text without tokens: of a proof (`aaa.bbb.ccc`, a JWT) and of what follows `token=` in an address, only the beginning is shown. */
function withoutTokens(text: string): string {
  return text
    .replace(/eyJ[\w-]+(?:\.[\w-]*){1,2}/g, shortened)
    .replace(/(?<=[?&](?:token|proof|key|form)=)[^&#\s"]+/gi, shortened);
}

/** The text without numbers, without tokens and without what may be a code, for places that others look at. */
export function withoutSecrets(text: string): string {
  return withoutNumbers(withoutTokens(text).replace(/(?<![0-9A-Za-z+])\d{4,10}(?![0-9A-Za-z])/g, dots));
}

/** Whether the value of that name is what a caller keyed in or was sent. */
function isSecretName(name: string): boolean {
  return /(?:^|\.)(?:code|digits|speechresult)$/i.test(name);
}

/** Whether the value of that name opens something or proves something to whoever has it. */
function isTokenName(name: string): boolean {
  return /(?:proof|token|secret|password|authorization|api_?key)$/i.test(name);
}

/** A value as it may be shown under its name. */
export function masked(name: string, value: string): string {
  if (isSecretName(name)) return dots(value);
  return isTokenName(name) ? shortened(value) : withoutNumbers(withoutTokens(value));
}

/** The code in a message: the first run of 4 to 10 digits; empty without one. */
export function codeIn(text: string): string {
  return /(?<![0-9A-Za-z+])\d{4,10}(?![0-9A-Za-z])/.exec(text)?.[0] ?? '';
}

/** Enough to see that there is one, and of what kind. */
function shortened(token: string): string {
  return token === '' ? '' : `${token.slice(0, 3)}…`;
}

function dots(secret: string): string {
  return '•'.repeat(secret.length);
}
