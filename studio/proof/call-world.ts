/**
 * What the proof knows of the world outside the flows: a small model of Verify and of the phone, for one call. Plain JSON,
 * a part of the explored state.
 */
export interface CallWorld {
  /** Verify approved this number in this call, and no code was asked for since; empty before. */
  readonly approvedNumber: string;
  /** Who is on the line since Make Outgoing Call was answered; empty: whoever the execution is about. */
  readonly dialled: string;
  /** Something has been said to its end since the caller last did something, or one of our functions last answered. */
  readonly hasSpokenSince: boolean;
}

/** The world when the phone rings. */
export const QUIET_WORLD: CallWorld = { approvedNumber: '', dialled: '', hasSpokenSince: false };
