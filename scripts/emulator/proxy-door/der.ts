/**
 * Writes DER, the bytes that certificates are made of: only what `issue-certificate.ts` needs.
 * Rules: ITU-T X.690, https://www.itu.int/rec/T-REC-X.690
 */

/** One value: its tag, the length of what is in it, and that. */
function encode(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const digits = length.toString(16);
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes, content]);
}

/** Values in their order, as one. */
export const sequence = (...values: readonly Buffer[]): Buffer => encode(0x30, Buffer.concat(values));

/** Values as a set; the one member that names have needs no sorting. */
export const setOf = (value: Buffer): Buffer => encode(0x31, value);

/** True or false, as one byte of ones or zeros. */
export const bool = (value: boolean): Buffer => encode(0x01, Buffer.from([value ? 0xff : 0x00]));

/** A whole number that is not negative, given by its bytes, the highest first. */
export function integer(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const shortest = first === -1 ? Buffer.from([0]) : bytes.subarray(first);
  // A number whose first bit is set would read as negative.
  const isHigh = ((shortest[0] ?? 0) & 0x80) !== 0;
  return encode(0x02, isHigh ? Buffer.concat([Buffer.from([0]), shortest]) : shortest);
}

/** Bits from the left; the last byte's `unused` low ones do not count. */
export const bitString = (bytes: Buffer, unused = 0): Buffer =>
  encode(0x03, Buffer.concat([Buffer.from([unused]), bytes]));

/** Bytes as they are. */
export const octetString = (bytes: Buffer): Buffer => encode(0x04, bytes);

/** Text of any language. */
export const utf8String = (text: string): Buffer => encode(0x0c, Buffer.from(text, 'utf8'));

/** A name that stands for a thing in all of X.509, such as `2.5.29.17`; its last parts go seven bits to a byte. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return encode(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(sevenBits)]));
}

function sevenBits(part: number): number[] {
  const bytes = [part & 0x7f];
  for (let left = part >> 7; left > 0; left >>= 7) bytes.unshift((left & 0x7f) | 0x80);
  return bytes;
}

/** A moment to the second. X.509 wants two digits for the year until 2049, four after it. */
export function time(milliseconds: number): Buffer {
  const date = new Date(milliseconds);
  const digits = date.toISOString().replace(/\.\d+/, '').replace(/[-:T]/g, '');
  const isShort = date.getUTCFullYear() < 2050;
  return encode(isShort ? 0x17 : 0x18, Buffer.from(isShort ? digits.slice(2) : digits, 'ascii'));
}

/** A part that is known by its number, with values in it. */
export const tagged = (number: number, content: Buffer): Buffer => encode(0xa0 | number, content);

/** A part that is known by its number, in place of the plain bytes it would be. */
export const taggedBytes = (number: number, content: Buffer): Buffer => encode(0x80 | number, content);
