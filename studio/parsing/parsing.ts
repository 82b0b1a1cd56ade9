import type { Report } from './report';

/** How strictly a definition is read. */
export interface ParseOptions {
  /** Takes `${…}` where a SID belongs: true for the flows of this repository before wiring. Twilio refuses it. */
  readonly allowPlaceholders?: boolean;
  /** Lets what Twilio's validation says be followed by what to do about it. Left out where the answer is to be Twilio's. */
  readonly saysMends?: boolean;
}

/** What every part of the parser needs. */
export interface Parsing {
  readonly report: Report;
  readonly options: ParseOptions;
}
