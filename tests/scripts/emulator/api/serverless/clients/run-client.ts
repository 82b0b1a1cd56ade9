import { execFile } from 'node:child_process';
import path from 'node:path';

/** How a program ended. */
export interface ClientRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how to run a program. */
export interface ClientOptions {
  readonly port: number;
  /** Its working directory and its HOME, so that nothing of the person who runs the tests reaches it. */
  readonly directory: string;
}

const preload = path.resolve(__dirname, '../../../../../../dist/emulator/preload.cjs');

/** Runs a Node program against a local Twilio, as it is, with nothing in its environment but a HOME and a PATH. */
export function runClient(
  script: string,
  parameters: readonly string[],
  { port, directory }: ClientOptions,
): Promise<ClientRun> {
  const env = { HOME: directory, PATH: process.env['PATH'], LOCAL_TWILIO_PORT: String(port) };
  return new Promise((resolve) => {
    const argv = ['--require', preload, script, ...parameters];
    execFile(process.execPath, argv, { cwd: directory, env }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : Number(error.code ?? 1);
      resolve({ exitCode, stdout, stderr });
    });
  });
}
