import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** Everything of the pages that depends on `OTP_SECRET`. Each use has a key of its own, and none is one of the service's. */
export interface WebSecrets {
  /** The session that a link leads to: whoever has the link can name it, and not the other way round. */
  readonly sessionIdOf: (linkToken: string) => string;
  /** Of a browser's secret; the store has nothing else of it. */
  readonly digestOf: (browserSecret: string) => string;
  /** What the forms of one browser in one session carry. */
  readonly formToken: (sessionId: string, browserSecret: string) => string;
  /** Name of the document of an application's user. */
  readonly nameOfUser: (client: string, userId: string) => string;
  /** Tells whether two numbers are one. */
  readonly keyOfNumber: (e164: string) => string;
  /** Name of the document that counts something. */
  readonly nameOfCount: (kind: 'ip' | 'prefix', value: string) => string;
  /** A number that only we can read, and only in the document of this name; `iv` is 12 random bytes. */
  readonly seal: (e164: string, name: string, iv: Buffer) => string;
  /** The number again; throws when it was sealed otherwise. */
  readonly unseal: (sealed: string, name: string) => string;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** 132 bits; more than anybody can try. */
const ID_CHARACTERS = 22;

/** Derives the keys of all uses from one secret (HKDF, RFC 5869). */
export function createWebSecrets(secret: Buffer): WebSecrets {
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `web/${use}`, 32));
  const [sessions, browsers, forms] = [keyFor('session'), keyFor('browser'), keyFor('form')];
  const [names, numbers] = [keyFor('name'), keyFor('number')];
  return {
    sessionIdOf: (linkToken) => `ws_${mac(sessions, [linkToken]).slice(0, ID_CHARACTERS)}`,
    digestOf: (browserSecret) => mac(browsers, [browserSecret]),
    formToken: (sessionId, browserSecret) => mac(forms, [sessionId, browserSecret]),
    nameOfUser: (client, userId) => `webuser-${mac(names, ['user', client, userId])}`,
    keyOfNumber: (e164) => mac(names, ['number', e164]),
    nameOfCount: (kind, value) => `webcount-${mac(names, [kind, value])}`,
    seal: (e164, name, iv) => seal(numbers, e164, name, iv),
    unseal: (sealed, name) => unseal(numbers, sealed, name),
  };
}

/** JSON keeps the parts apart: no two lists of texts are written alike. */
function mac(key: Buffer, parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}

function seal(key: Buffer, e164: string, name: string, iv: Buffer): string {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name));
  const text = Buffer.concat([cipher.update(e164, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, text, cipher.getAuthTag()]).toString('base64url');
}

function unseal(key: Buffer, sealed: string, name: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), options);
  decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(-TAG_BYTES));
  return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
