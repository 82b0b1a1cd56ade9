import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** `Z`: it has ended, and only its number is left. */
  readonly state: string;
}

/** Process ids of everything that a process started, and of what that started. */
export function descendantsOf(pid: number | undefined): number[] {
  const table = processTable();
  const below = (parent: number): number[] =>
    table.filter((one) => one.parent === parent).flatMap((one) => [one.pid, ...below(one.pid)]);
  return pid === undefined ? [] : below(pid);
}

/**
 * Settles when none of the processes runs any more; the test's time limit is the only limit. The system tells nobody
 * about the end of somebody else's children, so it asks again and again.
 */
export async function untilGone(pids: readonly number[]): Promise<void> {
  const isAlive = (one: Process): boolean => pids.includes(one.pid) && !one.state.startsWith('Z');
  while (processTable().some(isAlive)) await pause(20);
}

function processTable(): Process[] {
  return execFileSync('ps', ['-e', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, state = ''] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), state };
    });
}
