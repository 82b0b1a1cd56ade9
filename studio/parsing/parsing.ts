import type { Report } from './report';

/** How strictly a definition is read. */
export interface ParseOptions {
  /** Takes `${…}` where a SID belongs: true for the flows of this repository before wiring. Twilio refuses it. */
  readonly allowPlaceholders?: boolean;
}

/** What every part of the parser needs. */
export interface Parsing {
  readonly report: Report;
  readonly options: ParseOptions;
}
