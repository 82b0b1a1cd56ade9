import { readCaller } from '../calls/read-caller';
import { checked } from '../command-line/new-command';

/** Reads `--from`: whatever a call script takes as its `from`. */
export const callerOption = checked<string>(
  (text) =>
    readCaller(text) ?? {
      complaint: 'Write a phone number with its country code, as in +14155550100, or "anonymous".',
    },
);
