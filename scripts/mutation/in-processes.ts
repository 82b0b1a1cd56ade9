import { fork } from 'node:child_process';
import path from 'node:path';

import type { Verdict } from './verdict';

const WORKER = path.join(__dirname, 'judge-mutants.entry.ts');

/** Work that is shared out. */
export interface SharedWork {
  /** Where the flows are. */
  readonly projectDirectory: string;
  /** Places of the mutants among all. */
  readonly places: readonly number[];
  readonly jobs: number;
  /** Aborted: every process is ended. They also end by themselves when this one is killed. */
  readonly signal: AbortSignal;
  readonly onVerdict: (verdict: Verdict) => void;
}

/** Judges mutants in so many processes; each takes the next one when it is free. Rejects when a process breaks down. */
export async function judgeInProcesses(work: SharedWork): Promise<void> {
  const { places, jobs } = work;
  const left = places.values();
  await Promise.all(Array.from({ length: Math.min(jobs, places.length) }, () => oneProcess(left, work)));
}

function oneProcess(
  left: Iterator<number>,
  { projectDirectory, signal, onVerdict }: SharedWork,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(WORKER, [projectDirectory], { signal });
    child.on('message', (message: Verdict | 'ready') => {
      if (message !== 'ready') onVerdict(message);
      const next = left.next();
      if (next.done === true) child.disconnect();
      else child.send(next.value);
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`A process that judges mutants ended with code ${String(code)}`));
    });
  });
}
