import { randomBytes, randomInt } from 'node:crypto';

/** Chance that nobody may guess, passed in so that tests know it. */
export interface Chance {
  /** Digits, leading zeros kept; each code of this length is as likely as every other. */
  readonly code: (length: number) => string;
  readonly bytes: (count: number) => Buffer;
}

/** The cryptographic generator of Node. */
export const systemChance: Chance = {
  // randomInt draws again rather than fold a range that does not divide evenly.
  code: (length) =>
    randomInt(10 ** length)
      .toString()
      .padStart(length, '0'),
  bytes: (count) => randomBytes(count),
};
