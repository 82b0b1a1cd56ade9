import { realPause, realTurn } from './real-turns';

/**
 * What Node may keep open without anything going on, by the names of
 * https://nodejs.org/api/process.html#processgetactiveresourcesinfo. Whatever is not listed (a file being read, a
 * connection being made, a name being looked up) is real work. Work of the thread pool that Node does not list, such as
 * an asynchronous `crypto.scrypt`, goes unseen; for `crypto.subtle` there is `web-crypto-work.ts`.
 */
const AT_REST = new Set([
  'TCPSocketWrap',
  'TCPServerWrap',
  'PipeWrap',
  'TTYWrap',
  'Timeout',
  'MessagePort',
  'ProcessWrap',
  'SignalWrap',
  'FSEventWrap',
]);

/** Work that takes longer than this many looks, a real millisecond apart, is reported as under way. */
const LOOKS = 20;

/**
 * Ends when this process has nothing real to do, which is so after two full turns of its event loop in a row without
 * any; false when that does not come soon.
 */
export async function untilAtRest(isExpectingMore: () => boolean): Promise<boolean> {
  let turnsAtRest = 0;
  for (let looks = 0; looks < LOOKS;) {
    await realTurn();
    if (isExpectingMore() || hasRealWork()) {
      turnsAtRest = 0;
      looks += 1;
      await realPause(1);
    } else turnsAtRest += 1;
    if (turnsAtRest === 2) return true;
  }
  return false;
}

function hasRealWork(): boolean {
  return process.getActiveResourcesInfo().some((kind) => !AT_REST.has(kind));
}
