/** Shows of every phone number in a text only its end: `…00`. Digits inside of SIDs stay. */
export function withoutNumbers(text: string): string {
  return text.replace(/(?<![0-9A-Za-z])\+?\d{7,15}(?![0-9A-Za-z])/g, (number) => `…${number.slice(-2)}`);
}

/** The text without numbers and without what may be a code, for places that others look at. */
export function withoutSecrets(text: string): string {
  return withoutNumbers(text.replace(/(?<![0-9A-Za-z+])\d{4,10}(?![0-9A-Za-z])/g, dots));
}

/** Whether the value of that name is what a caller keyed in or was sent. */
function isSecretName(name: string): boolean {
  return /(?:^|\.)(?:code|digits|speechresult)$/i.test(name);
}

/** A value as it may be shown under its name. */
export function masked(name: string, value: string): string {
  return isSecretName(name) ? dots(value) : withoutNumbers(value);
}

/** The code in a message: the first run of 4 to 10 digits; empty without one. */
export function codeIn(text: string): string {
  return /(?<![0-9A-Za-z+])\d{4,10}(?![0-9A-Za-z])/.exec(text)?.[0] ?? '';
}

function dots(secret: string): string {
  return '•'.repeat(secret.length);
}
