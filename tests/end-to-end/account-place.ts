import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startLocalTwilio, type LocalTwilio } from '../../scripts/emulator/local-twilio';
import type { Finished } from './run-command';

const ROOT = path.resolve(__dirname, '../..');

// The same for every place of a test file: what was compiled of a path is kept, and compiling is most of a command's time.
const PROJECT_DIRECTORY = path.join(tmpdir(), `project-${randomUUID()}`);

const PRELOAD = `--require ${path.join(ROOT, 'dist/emulator/preload.cjs')}`;

/** The number that deployments lead to the IVR. */
export const NUMBER = '+14155550199';

/** A copy of the project whose commands reach a local Twilio as if it were the account. */
export interface AccountPlace {
  readonly twilio: LocalTwilio;
  readonly projectDirectory: string;
  /** NODE_OPTIONS with which a command takes its input for a terminal. */
  readonly atTerminal: string;
  /** Requests so far that were to change something. */
  readonly changes: string[];
  /** Runs a command of the copied project; `settings` come over the credentials. `answer` keys in a line. */
  readonly run: (
    name: string,
    argv?: readonly string[],
    settings?: Readonly<Record<string, string>>,
  ) => { readonly finished: Promise<Finished>; readonly answer: (line: string) => void };
  /** The same, to its end. */
  readonly end: (...invocation: Parameters<AccountPlace['run']>) => Promise<Finished>;
  readonly stop: () => Promise<void>;
}

/** Sets one up; nothing is deployed yet. A test file can have one at a time. */
export async function accountPlace(): Promise<AccountPlace> {
  const twilio = await startLocalTwilio({ clock: 'real', buildMilliseconds: 0 });
  twilio.addPhoneNumber(NUMBER);
  const changes: string[] = [];
  twilio.onRequest(({ method, host, path: urlPath }) => {
    if (method !== 'GET') changes.push(`${method} ${host}${urlPath}`);
  });
  const projectDirectory = PROJECT_DIRECTORY;
  mkdirSync(projectDirectory);
  for (const part of ['scripts', 'studio', 'functions', 'assets', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(ROOT, part), path.join(projectDirectory, part), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(projectDirectory, 'node_modules'));
  const run: AccountPlace['run'] = (name, argv = [], settings = {}) => {
    const env = {
      PATH: process.env['PATH'],
      NO_COLOR: '1',
      ACCOUNT_SID: twilio.account.sid,
      AUTH_TOKEN: twilio.account.authToken,
      LOCAL_TWILIO_PORT: String(twilio.port),
      NODE_OPTIONS: PRELOAD,
      ...settings,
    };
    let answer: (line: string) => void = () => undefined;
    const finished = new Promise<Finished>((resolve) => {
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', `scripts/${name}.ts`, ...argv],
        { cwd: projectDirectory, env },
        (_error, stdout, stderr) => {
          resolve({ code: child.exitCode, stdout, stderr });
        },
      );
      answer = (line) => child.stdin?.end(`${line}\n`);
    });
    return { finished, answer };
  };
  return {
    ...{ twilio, projectDirectory, changes, run },
    atTerminal: `${PRELOAD} --require ${path.join(__dirname, 'terminal-input.cjs')}`,
    end: (...invocation) => run(...invocation).finished,
    stop: async () => {
      await twilio.stop();
      rmSync(projectDirectory, { recursive: true });
    },
  };
}
