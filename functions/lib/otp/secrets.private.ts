import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a code's digest is bound to, besides the code. */
export interface CodeBinding {
  /** Random, of this code alone. */
  readonly salt: string;
  readonly requestId: string;
  readonly purpose: string;
}

/** Everything that depends on `OTP_SECRET`, which the store never sees. Each use has a key of its own. */
export interface Secrets {
  /** HMAC-SHA-256 of a code, base64url. */
  readonly digestOfCode: (code: string, binding: CodeBinding) => string;
  /** Name of the document that counts a number's texts and guesses. */
  readonly nameOfNumber: (e164: string) => string;
  /** The request that an `Idempotency-Key` of a client stands for. */
  readonly requestIdOf: (client: string, idempotencyKey: string) => string;
  /** Tells whether two requests ask for the same. */
  readonly fingerprint: (parts: readonly string[]) => string;
  /**
   * A number that only we can read, and only beside the request it was sealed for. AES-256-GCM, base64url. `iv` is
   * `IV_BYTES` random bytes.
   */
  readonly seal: (e164: string, requestId: string, iv: Buffer) => string;
  /** The number again; throws when it was sealed otherwise. */
  readonly unseal: (sealed: string, requestId: string) => string;
}

/** Random bytes that sealing takes: NIST SP 800-38D's 96 bits. */
export const IV_BYTES = 12;
const TAG_BYTES = 16;
/** 132 bits; more than anybody can try. */
const ID_CHARACTERS = 22;

/** Derives the keys of all uses from one secret (HKDF, RFC 5869). */
export function createSecrets(secret: Buffer): Secrets {
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `otp/${use}`, 32));
  const [codes, names, ids, numbers] = [keyFor('code'), keyFor('name'), keyFor('id'), keyFor('number')];
  return {
    digestOfCode: (code, { salt, requestId, purpose }) => mac(codes, [salt, requestId, purpose, code]),
    nameOfNumber: (e164) => `number-${mac(names, [e164])}`,
    requestIdOf: (client, idempotencyKey) => toRequestId(mac(ids, ['request', client, idempotencyKey])),
    fingerprint: (parts) => mac(ids, ['fingerprint', ...parts]),
    seal: (e164, requestId, iv) => seal(numbers, e164, requestId, iv),
    unseal: (sealed, requestId) => unseal(numbers, sealed, requestId),
  };
}

/** A request id out of random or keyed characters, of which there are enough. */
export function toRequestId(characters: string): string {
  return `otp_${characters.slice(0, ID_CHARACTERS)}`;
}

/** Whether two digests are equal, in a time that depends on their length only. */
export function sameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** JSON keeps the parts apart: no two lists of texts are written alike. */
function mac(key: Buffer, parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}

function seal(key: Buffer, e164: string, requestId: string, iv: Buffer): string {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(requestId));
  const text = Buffer.concat([cipher.update(e164, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, text, cipher.getAuthTag()]).toString('base64url');
}

function unseal(key: Buffer, sealed: string, requestId: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(requestId)).setAuthTag(bytes.subarray(-TAG_BYTES));
  return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
