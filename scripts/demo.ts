import './command-line/last-resort';

import type { CallResult } from './calls/call-result';
import { ConfigurationError } from './command-line/configuration-error';
import { newCommand, parseArguments } from './command-line/new-command';
import {
  PROJECT_DIRECTORY,
  functionVariables,
  verifyName,
  withEnvOption,
} from './command-line/project-settings';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, throwIfStopped, unlessStopped } from './command-line/run-command';
import type { LocalDeployment } from './deployment/deploy-to-local';
import { deployToLocal } from './deployment/deploy-to-local';
import { printDeployment } from './deployment/plan/print-deployment';
import { startLocalTwilio } from './emulator/local-twilio';
import { showWalk } from './hosted-page/show-walk';
import { developmentSettings } from './one-time-passcodes/development-settings';
import type { Entry } from './terminal-phone/entry';
import { narrate } from './terminal-phone/narrate';
import { renderEntry } from './terminal-phone/render-entry';
import { DEFAULT_CALLER, RIGHT_CODE_STEPS } from './terminal-phone/right-code';
import { styleFor } from './terminal-phone/style';

interface Options {
  readonly json?: true;
  readonly env?: string;
  readonly web?: true;
}

/** `npm run demo`: exit code 0 only when the caller was verified. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'demo',
    'Builds the project, deploys it to a local Twilio, and shows one call in which the caller is verified.',
  );
  withEnvOption(command)
    .option('--json', 'print the result as one JSON object')
    .option('--web', 'show the hosted page in a headless browser instead: a person confirms a number');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  if (parsed.options.web === true) return unlessStopped(demonstratePages(parsed.options, signal), signal);
  const result = await unlessStopped(demonstrate(parsed.options, signal), signal);
  return result.outcome === 'completed' && isVerified(result) ? 0 : 1;
}

async function demonstrate(options: Options, signal: AbortSignal): Promise<CallResult> {
  const output = options.json === true ? process.stderr : process.stdout;
  const style = styleFor(output);
  const { bold, dim } = style.colors;
  const print = (...lines: readonly string[]): void => {
    output.write(lines.map((line) => `${line}\n`).join(''));
  };
  const { variables } = developmentSettings(await functionVariables(options.env));
  const began = performance.now();
  const local = await startLocalTwilio({ clock: 'virtual' });
  try {
    print(
      '',
      `  ${bold('A caller is verified')}${dim(', on a local Twilio: no account, no network, no waiting')}`,
      '',
    );
    const deployed = needDeployed(
      await deployToLocal(local, {
        projectDirectory: PROJECT_DIRECTORY,
        variables,
        ...(await verifyName(options.env)),
      }),
    );
    throwIfStopped(signal);
    print(...printDeployment(deployed.deployment).map((line) => `  ${dim(line)}`), '');
    const script = { from: DEFAULT_CALLER, to: deployed.phoneNumber, steps: RIGHT_CODE_STEPS };
    const tell = (entry: Entry): void => print(...renderEntry(entry, style));
    const result = await narrate(local, script, tell, signal);
    throwIfStopped(signal);
    print(`  ${closingLine(result, performance.now() - began)}`, '');
    if (options.json === true) process.stdout.write(`${JSON.stringify(result)}\n`);
    return result;
  } finally {
    await local.stop();
  }
}

async function demonstratePages({ json, env }: Options, signal: AbortSignal): Promise<ExitCode> {
  const output = json === true ? process.stderr : process.stdout;
  const print = (...lines: readonly string[]): void => {
    output.write(lines.map((line) => `${line}\n`).join(''));
  };
  const variables = await functionVariables(env);
  const result = await showWalk({ projectDirectory: PROJECT_DIRECTORY, variables, signal, print });
  if (json === true) process.stdout.write(`${JSON.stringify(result)}\n`);
  return result.session['phoneNumberConfirmed'] === true && result.claims !== undefined ? 0 : 1;
}

function isVerified(result: CallResult): boolean {
  return result.status === 'approved' && result.verified === 'true';
}

function closingLine(result: CallResult, milliseconds: number): string {
  if (!isVerified(result))
    return `The caller was not verified: ${result.problem ?? `status "${result.status}"`}.`;
  const real = (milliseconds / 1000).toFixed(1);
  return `${result.seconds.toFixed(0)} seconds of phone call in ${real} seconds. Make the call yourself: npm start`;
}

function needDeployed(deployed: LocalDeployment): Extract<LocalDeployment, { status: 'deployed' }> {
  if (deployed.status === 'deployed') return deployed;
  throw new ConfigurationError('deployment-refused', deployed.problems.join('\n'));
}

runCommand(main);
