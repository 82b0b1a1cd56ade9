import { createHash } from 'node:crypto';

import type { Chance } from '../../../functions/lib/otp/chance.private';

/** Chance that is the same every time for a seed, and different with every call. */
export function createFakeChance(seed: string): Chance {
  let count = 0;
  const bytes = (wanted: number): Buffer => {
    const hash = createHash('sha256').update(`${seed}:${count}`).digest();
    count += 1;
    return Buffer.concat([hash, hash]).subarray(0, wanted);
  };
  return {
    bytes,
    code: (length) => String(bytes(6).readUIntBE(0, 6) % 10 ** length).padStart(length, '0'),
  };
}
