import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

import type { FromWorker, ToWorker, WorkerStart } from './worker-messages';

/** A line that a function wrote to its console. */
export interface FunctionLog {
  readonly domain: string;
  /** `error`: standard error, so `console.error` and `console.warn`. */
  readonly level: 'info' | 'error';
  readonly line: string;
}

/** The bundles that `npm run build` makes of the two entry points; absolute paths. */
export interface WorkerFiles {
  readonly worker: string;
  readonly preload: string;
}

/** How to start the worker of an environment. */
export interface WorkerOptions {
  readonly files: WorkerFiles;
  readonly start: WorkerStart;
  /** Port of the local Twilio. */
  readonly twilioPort: number;
  readonly onLog: (log: FunctionLog) => void;
}

/** A running worker. */
export interface WorkerProcess {
  /** The port of 127.0.0.1 that serves the functions. */
  readonly port: number;
  readonly isRunning: () => boolean;
  readonly send: (message: ToWorker) => void;
  /** Calls `listener` with everything it says; call the answer to stop listening. */
  readonly listen: (listener: (message: FromWorker) => void) => () => void;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it at once: there is nothing in it to save. */
  readonly end: () => void;
}

/** Where the build puts the bundles. */
export function builtWorkerFiles(rootDirectory = path.resolve(__dirname, '../../..')): WorkerFiles {
  const file = (name: string): string => path.join(rootDirectory, 'dist', 'emulator', name);
  return { worker: file('functions-worker.cjs'), preload: file('preload.cjs') };
}

/** Starts the worker of an environment; rejects when it ends before it listens. */
export async function startWorker(options: WorkerOptions): Promise<WorkerProcess> {
  const child = forkWorker(options);
  passLogs(child, options);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  // A message to a process that has just ended is lost, as it should be.
  child.on('error', () => undefined);
  child.send(options.start);
  return {
    port: await listeningPort(child, options.start.domain),
    isRunning: () => child.exitCode === null && child.signalCode === null && child.connected,
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    listen: (listener) => {
      child.on('message', listener);
      return () => child.off('message', listener);
    },
    ended,
    end: () => {
      child.kill('SIGKILL');
    },
  };
}

/** Throws `NOT_BUILT` when there are no bundles. */
export function needBundles({ worker, preload }: WorkerFiles): void {
  const missing = [worker, preload].find((file) => !existsSync(file));
  if (missing === undefined) return;
  const message = `Cannot start the functions: there is no file "${missing}"; run "npm run build", then try again`;
  throw Object.assign(new Error(message), { code: 'NOT_BUILT' });
}

function forkWorker({ files, twilioPort }: WorkerOptions): ChildProcess {
  return fork(files.worker, [], {
    execArgv: ['--require', files.preload],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Functions run in UTC. NODE_PATH: what was deployed lies in a folder of its own, without packages beside it.
    env: { TZ: 'UTC', LOCAL_TWILIO_PORT: String(twilioPort), NODE_PATH: packagesDirectory() },
  });
}

function packagesDirectory(): string {
  return path.resolve(path.dirname(require.resolve('twilio/package.json')), '..');
}

function passLogs(child: ChildProcess, { start, onLog }: WorkerOptions): void {
  const streams = [
    ['info', child.stdout],
    ['error', child.stderr],
  ] as const;
  for (const [level, stream] of streams) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => onLog({ domain: start.domain, level, line }));
  }
}

function listeningPort(child: ChildProcess, domain: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = (message: FromWorker): void => {
      if (message.kind !== 'listening') return;
      child.off('message', listener);
      resolve(message.port);
    };
    child.on('message', listener);
    child.once('close', (code) => {
      reject(
        new Error(`Cannot start the functions of "${domain}": their process ended with code ${String(code)}`),
      );
    });
  });
}
