/**
 * Everything that the pages say, in one language. `{brand}`, `{number}`, `{time}`, `{count}` and `{country}` are filled in. A
 * heading is a page's title, too.
 */
export interface Texts {
  readonly numberHeading: string;
  readonly numberIntro: string;
  readonly numberGivenIntro: string;
  readonly countryLabel: string;
  readonly numberLabel: string;
  readonly sendCode: string;
  readonly textingNote: string;
  readonly useAnotherNumber: string;
  readonly changeNumber: string;
  readonly numberMissing: string;
  readonly numberInvalid: string;
  readonly numberUnreachable: string;
  readonly challengeFailed: string;
  readonly challengeNeedsScript: string;

  readonly codeHeading: string;
  readonly codeTexted: string;
  readonly codeWhatsapped: string;
  readonly codeCalled: string;
  readonly codeLabel: string;
  readonly codeHint: string;
  readonly confirm: string;
  readonly sendAgain: string;
  readonly sendAgainIn: string;
  readonly sendAgainNow: string;
  readonly sentAgain: string;
  readonly callingNow: string;
  readonly callInstead: string;
  readonly codeMissing: string;
  readonly codeMalformed: string;
  readonly codeWrongOne: string;
  readonly codeWrongMany: string;
  readonly tooSoon: string;
  readonly noMoreCodes: string;
  readonly channelNotAvailable: string;

  readonly doneHeading: string;
  readonly doneIntro: string;
  /** Said by the script that does it, and only when it does. */
  readonly returning: string;
  readonly goOn: string;
  readonly alreadyHeading: string;
  readonly alreadyIntro: string;

  readonly codeExpiredHeading: string;
  readonly codeExpiredIntro: string;
  readonly sendNewCode: string;
  readonly lockedHeading: string;
  readonly lockedIntro: string;
  readonly tooManyHeading: string;
  readonly tooManyIntro: string;
  readonly countryHeading: string;
  readonly countryIntro: string;
  readonly tryLater: string;
  readonly tryAgainIn: string;
  readonly sessionExpiredHeading: string;
  readonly sessionExpiredIntro: string;
  readonly outdatedHeading: string;
  readonly outdatedIntro: string;
  readonly linkUsedHeading: string;
  readonly linkUsedIntro: string;
  readonly unknownHeading: string;
  readonly unknownIntro: string;
  readonly cookiesHeading: string;
  readonly cookiesIntro: string;
  readonly staleHeading: string;
  readonly staleIntro: string;
  readonly continueHere: string;
  readonly unavailableHeading: string;
  readonly unavailableIntro: string;
  readonly tryAgain: string;

  readonly errorSummary: string;
  readonly back: string;
}
