import { Worker } from 'node:worker_threads';

/** How often the thread looks, in real milliseconds. */
const LOOK_EVERY = 500;

/**
 * Ends this process soon after its parent, even when the parent was killed and a function here is caught in an endless
 * loop: then the closed channel to the parent is never noticed, so a thread of its own watches.
 */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit());
  const watch = `const parent = process.ppid;
    setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), ${LOOK_EVERY});`;
  new Worker(watch, { eval: true, execArgv: [], env: {} }).unref();
}
