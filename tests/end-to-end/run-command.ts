import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';

/** How a command ended, and all that it wrote. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly finished: Promise<Finished>;
  /** Settles once standard output fits the pattern; fails when the command ends before. */
  readonly until: (pattern: RegExp) => Promise<string>;
}

const ROOT = path.resolve(__dirname, '../..');

/** Starts a command of the project as npm does, without colours. */
export function startCommand(name: string, argv: readonly string[]): Running {
  return start([`scripts/${name}.ts`, ...argv]);
}

/** Runs a command to its end, with `input` on standard input. */
export async function runToEnd(name: string, argv: readonly string[], input = ''): Promise<Finished> {
  const { child, finished } = startCommand(name, argv);
  child.stdin.end(input);
  return finished;
}

/** Runs a TypeScript file from anywhere to its end. */
export async function runScript(file: string): Promise<Finished> {
  return start([file]).finished;
}

function start(argv: readonly string[]): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', ...argv], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1' },
  });
  let stdout = '';
  let stderr = '';
  let check = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    check();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = new Promise<Finished>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
  const until = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      check = () => {
        if (pattern.test(stdout)) resolve(stdout);
      };
      check();
      void finished.then((end) => {
        reject(new Error(`Ended before ${String(pattern)}: ${JSON.stringify(end)}`));
      });
    });
  return { child, finished, until };
}
