import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

import { builtWorkerFiles } from '../emulator/runtime/worker-process';
import type { Deployed } from './deployed-twilio';

/** One call of the SDK on a Verify service. */
export interface SdkCall {
  readonly resource: 'verifications' | 'verificationChecks';
  readonly parameters: Readonly<Record<string, string>>;
}

/** A process of its own with the bare SDK in it, as an application would have it. */
export interface SdkCaller {
  /** Milliseconds that the call took, measured where it was made. */
  readonly call: (call: SdkCall) => Promise<number>;
  readonly end: () => void;
}

/** The whole application: one client that lives as long as the process, one call for each message. */
const PROGRAM = `
  const [account, token, service] = process.argv.slice(1);
  const verify = require('twilio')(account, token).verify.v2.services(service);
  process.on('message', async ({ resource, parameters }) => {
    const began = performance.now();
    try {
      await verify[resource].create(parameters);
      process.send({ milliseconds: performance.now() - began });
    } catch (error) {
      process.send({ problem: error.message });
    }
  });`;

/** Starts the caller, led to the local Twilio by the same preload that the functions run under. */
export function startSdkCaller({ local, verifyServiceSid }: Deployed): SdkCaller {
  const { sid, authToken } = local.account;
  const child = spawn(
    process.execPath,
    ['--require', builtWorkerFiles().preload, '-e', PROGRAM, sid, authToken, verifyServiceSid],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, LOCAL_TWILIO_PORT: String(local.port) },
    },
  );
  return {
    call: (call) => answerTo(child, call),
    end: () => {
      child.kill();
    },
  };
}

function answerTo(child: ChildProcess, call: SdkCall): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer: { milliseconds: number } | { problem: string }) => {
      if ('milliseconds' in answer) resolve(answer.milliseconds);
      else reject(new Error(`The bare SDK call failed: ${answer.problem}`));
    });
    child.send(call);
  });
}
