import workerThreads from 'node:worker_threads';
import type { WorkerOptions } from 'node:worker_threads';

import { withPreload } from './preload-variables';
import type { Undo } from './replace';

/**
 * Makes every worker thread of this process load the preload. A thread inherits it only as long as it is started without
 * arguments and environment of its own (https://nodejs.org/api/worker_threads.html#new-workerfilename-options).
 */
export function passOnToThreads(preload: string, port: number): Undo {
  const { Worker } = workerThreads;
  workerThreads.Worker = new Proxy(Worker, {
    construct: (target, [file, options]: [unknown, WorkerOptions?], newTarget) =>
      Reflect.construct(target, [file, covered(options, preload, port)], newTarget) as object,
  });
  return () => {
    workerThreads.Worker = Worker;
  };
}

function covered(
  options: WorkerOptions | undefined,
  preload: string,
  port: number,
): WorkerOptions | undefined {
  const { execArgv, env } = options ?? {};
  if (Array.isArray(execArgv)) return { ...options, execArgv: [...execArgv, '--require', preload] };
  return typeof env === 'object' ? { ...options, env: withPreload(env, preload, port) } : options;
}
