/**
 * Of the requests of some work one in so many is disturbed, each by at least one kind of fault: six by default, as `FAULTS=2`
 * says, or every one with `FAULTS=all`, which takes some minutes.
 */
export const FAULT_STRIDE = strideOf(process.env['FAULTS'] ?? '6');

function strideOf(faults: string): number {
  if (faults === 'all') return 1;
  if (/^[1-9]$/.test(faults)) return Number(faults);
  throw new Error(`FAULTS is "all" or a number from 1 to 9, not "${faults}"`);
}
