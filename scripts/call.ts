import './command-line/last-resort';

import path from 'node:path';

import type { CallResult } from './calls/call-result';
import type { CallScript } from './calls/call-script';
import { parseCallScript } from './calls/parse-call-script';
import { ConfigurationError } from './command-line/configuration-error';
import { newCommand, parseArguments } from './command-line/new-command';
import { phoneNumberOption } from './command-line/phone-number-option';
import {
  PROJECT_DIRECTORY,
  functionVariables,
  verifyName,
  withEnvOption,
} from './command-line/project-settings';
import { readScript } from './command-line/read-script';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, throwIfStopped, unlessStopped } from './command-line/run-command';
import { LOCAL_PHONE_NUMBER, deployToLocal } from './deployment/deploy-to-local';
import type { Outputs } from './deployment/outputs';
import { replaceParent } from './deployment/replace-parent';
import type { LocalTwilio } from './emulator/local-twilio';
import { startLocalTwilio } from './emulator/local-twilio';
import { readFlowFile } from './proving/read-flow-file';
import { callerOption } from './terminal-phone/caller-option';
import type { Entry } from './terminal-phone/entry';
import { narrate } from './terminal-phone/narrate';
import { renderEntry } from './terminal-phone/render-entry';
import { RIGHT_CODE_STEPS } from './terminal-phone/right-code';
import { styleFor } from './terminal-phone/style';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly script?: string;
  readonly parent?: string;
  readonly json?: true;
  readonly env?: string;
}

type Script = CallScript & { readonly to: string };

/** `npm run call`: exit code 0 when the call went as the script says, 1 when it did not. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand('call', 'Makes one scripted call on a fresh local Twilio, in simulated time.')
    .option(
      '--from <number>',
      'who calls: a number, or "anonymous" (default: as the script says)',
      callerOption,
    )
    .option(
      '--to <number>',
      `the number of the IVR (default: as the script says, or ${LOCAL_PHONE_NUMBER})`,
      phoneNumberOption,
    )
    .option(
      '--script <file>',
      'a call script, - for standard input (default: the caller keys in the right code when asked)',
    )
    .option(
      '--parent <flow.json>',
      'a parent flow of your own around the Verify subflow (default: the shipped one)',
    )
    .option('--json', 'print the result as one JSON object');
  const parsed = parseArguments<Options>(withEnvOption(command), argv);
  if (parsed.kind === 'exit') return parsed.code;
  const script = await loadScript(parsed.options);
  const result = await unlessStopped(call(script, parsed.options, signal), signal);
  return result.outcome === 'failed' ? 1 : 0;
}

async function loadScript({ from, to, script: file }: Options): Promise<Script> {
  if (file === undefined) {
    if (from === undefined) {
      throw new ConfigurationError(
        'invalid-script',
        'Say who calls: add --from +14155550100, or --script FILE.',
      );
    }
    // Not every caller is asked for a code: one who withholds the number is turned away, and rightly.
    return { from, to: to ?? LOCAL_PHONE_NUMBER, steps: RIGHT_CODE_STEPS, mayEndEarly: true };
  }
  const json = await readScript(file);
  const overrides = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  const parsed = parseCallScript(isObject ? { ...json, ...overrides } : json);
  if (parsed.ok) return { to: LOCAL_PHONE_NUMBER, ...parsed.script };
  const lines = parsed.problems.map((problem) => `Cannot use the script "${file}": ${problem}.`);
  throw new ConfigurationError('invalid-script', lines.join('\n'));
}

async function call(script: Script, options: Options, signal: AbortSignal): Promise<CallResult> {
  const output = options.json === true ? process.stderr : process.stdout;
  const style = styleFor(output);
  const variables = await functionVariables(options.env);
  const name = await verifyName(options.env);
  const local = await startLocalTwilio({ clock: 'virtual' });
  try {
    const deployed = await deployToLocal(local, {
      projectDirectory: PROJECT_DIRECTORY,
      phoneNumber: script.to,
      variables,
      ...name,
    });
    if (deployed.status !== 'deployed') {
      throw new ConfigurationError('deployment-refused', deployed.problems.join('\n'));
    }
    if (options.parent !== undefined) await tryParent(local, deployed.outputs, options.parent);
    throwIfStopped(signal);
    const tell = (entry: Entry): boolean => output.write(`${renderEntry(entry, style).join('\n')}\n`);
    const result = await narrate(local, script, tell, signal);
    throwIfStopped(signal);
    if (result.problem !== undefined) output.write(`  ${style.colors.red(result.problem)}\n`);
    if (options.json === true) process.stdout.write(`${JSON.stringify(result)}\n`);
    return result;
  } finally {
    await local.stop();
  }
}

async function tryParent(local: LocalTwilio, outputs: Outputs, file: string): Promise<void> {
  const read = await readFlowFile(path.resolve(file));
  if (!read.ok) throw new ConfigurationError('broken-flow', read.problems.join('\n'));
  const problems = await replaceParent(local.client(), outputs, read.flow);
  if (problems.length > 0) throw new ConfigurationError('broken-flow', problems.join('\n'));
}

runCommand(main);
