import type { CallStep } from '../calls/call-script';

/** What a caller does who keys in the code they were texted. */
export const RIGHT_CODE_STEPS: readonly CallStep[] = [
  { kind: 'hears', pattern: /key in the code/i },
  { kind: 'presses', keys: '{code}#' },
];

/** The number of the phone unless told otherwise; reserved for fiction. */
export const DEFAULT_CALLER = '+14155550100';
