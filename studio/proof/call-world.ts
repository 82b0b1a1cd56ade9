/**
 * What the proof knows of the world outside the flows: a small model of Verify and of the phone, for one call. Plain JSON,
 * a part of the explored state.
 */
export interface CallWorld {
  /** The number that a code was asked for in this call, as the function was told; empty before. */
  readonly textedNumber: string;
  /** Verify approved this number in this call; empty before. */
  readonly approvedNumber: string;
  /** Something has been said to its end since the caller last did something, or a function last answered. */
  readonly hasSpokenSince: boolean;
}

/** The world when the phone rings. */
export const QUIET_WORLD: CallWorld = { textedNumber: '', approvedNumber: '', hasSpokenSince: false };

/**
 * The codes that a caller can key in. Which digits they are does not matter to a flow that treats codes as text; that they
 * differ does.
 */
export const CODES = {
  /** The one that Verify sent in this call. */
  right: '918273',
  /** One that was never sent. */
  wrong: '405060',
  /** The one of an earlier verification, which is over. */
  old: '736455',
  /** Too short to be one. */
  short: '91',
} as const;
