import { createHash, randomBytes } from 'node:crypto';

/** Makes Twilio-style SIDs (two letters, 32 hexadecimal digits) and random digits for passcodes. */
export interface Ids {
  /** A new SID: `sid('VE')`. */
  readonly sid: (prefix: string) => string;
  /** A code of `length` decimal digits, leading zeros kept. */
  readonly digits: (length: number) => string;
}

/** Unpredictable ids, for `npm start`. */
function randomIds(): Ids {
  return idsFrom(randomBytes(16).toString('hex'));
}

/** The same ids in the same order for the same seed: what tests and scripted calls use. */
export function seededIds(seed: string): Ids {
  return idsFrom(seed);
}

/** The ids of a local Twilio: those of its seed; without one the same ones in virtual time, chance otherwise. */
export function idsFor({ clock, seed }: { readonly clock: string; readonly seed?: string }): Ids {
  if (seed === undefined && clock !== 'virtual') return randomIds();
  return seededIds(seed ?? 'local-twilio');
}

function idsFrom(seed: string): Ids {
  let count = 0;
  const next = (): string => {
    count += 1;
    return createHash('sha256').update(`${seed}:${count}`).digest('hex');
  };
  return {
    sid: (prefix) => prefix + next().slice(0, 32),
    digits: (length) => (BigInt(`0x${next()}`) % 10n ** BigInt(length)).toString().padStart(length, '0'),
  };
}
