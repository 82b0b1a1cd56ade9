import './command-line/last-resort';

import path from 'node:path';

import { ConfigurationError } from './command-line/configuration-error';
import { newCommand, parseArguments } from './command-line/new-command';
import { onPort, portOption } from './command-line/port-option';
import {
  PROJECT_DIRECTORY,
  functionVariables,
  verifyName,
  withEnvOption,
} from './command-line/project-settings';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, unlessStopped } from './command-line/run-command';
import type { LocalDeployment } from './deployment/deploy-to-local';
import { deployToLocal } from './deployment/deploy-to-local';
import { summarizeReload } from './deployment/watch/summarize-reload';
import { watchSources } from './deployment/watch/watch-sources';
import type { LocalTwilio } from './emulator/local-twilio';
import { startLocalTwilio } from './emulator/local-twilio';
import type { OpenDoor } from './emulator/proxy-door/open-proxy-door';
import { describeDoor, openProxyDoor } from './emulator/proxy-door/open-proxy-door';
import type { PhonePage } from './phone-page/start-phone-page';
import { startPhonePage } from './phone-page/start-phone-page';
import type { WatchedCalls } from './phone-page/server/watch-calls';
import { watchCalls } from './phone-page/server/watch-calls';
import { developmentSettings } from './one-time-passcodes/development-settings';
import { callerOption } from './terminal-phone/caller-option';
import { DEFAULT_CALLER } from './terminal-phone/right-code';
import type { RunningPhone } from './terminal-phone/run-phone';
import { runPhone } from './terminal-phone/run-phone';

interface Options {
  readonly port?: number;
  readonly pagePort?: number;
  readonly proxyPort?: number;
  readonly from: string;
  readonly env?: string;
}

type Deploy = () => Promise<LocalDeployment>;

/** `npm start`: a local Twilio and a phone in the terminal, until somebody quits; that is exit code 0. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'start',
    'Starts a local Twilio with everything deployed, and a phone in the terminal.',
  )
    .option(
      '--port <number>',
      'where the Twilio API listens on 127.0.0.1 (default: any free port)',
      portOption,
    )
    .option(
      '--page-port <number>',
      'where the phone page listens on 127.0.0.1 (default: any free port)',
      portOption,
    )
    .option(
      '--proxy-port <number>',
      'where the twilio CLI and other programs come in by proxy (default: no proxy)',
      portOption,
    )
    .option('--from <number>', 'the phone\'s own number, or "anonymous"', callerOption, DEFAULT_CALLER);
  const parsed = parseArguments<Options>(withEnvOption(command), argv);
  if (parsed.kind === 'exit') return parsed.code;
  const { port, pagePort, proxyPort, from, env } = parsed.options;
  const given = await functionVariables(env);
  const name = await verifyName(env);
  let onLog: (text: string) => void = () => undefined;
  const local = await startLocalTwilio({
    // Real time, over whose waits the phone page can skip.
    clock: 'steered',
    // Nobody wants to wait for what Twilio takes seconds for.
    buildMilliseconds: 0,
    ...(port !== undefined && { port }),
    onLog: (log) => onLog(log.line),
  });
  const { variables, apiKey } = developmentSettings(given, local.url);
  let door: OpenDoor | undefined;
  let page: PhonePage | undefined;
  try {
    if (proxyPort !== undefined) door = await onPort('--proxy-port', openDoor(local, proxyPort));
    const options = { projectDirectory: PROJECT_DIRECTORY, variables, ...name };
    const deploy: Deploy = () => deployToLocal(local, options);
    const deployed = needDeployed(await unlessStopped(deploy(), signal));
    const calls = watchCalls(local.dial);
    page = await onPort('--page-port', openPage({ local, calls, deployed, from, port: pagePort }));
    const phone = connect({ local, calls, deployed, from, page, apiKey });
    onLog = (text) => phone.tell({ kind: 'log', text });
    await stayUp(phone, deploy, signal);
    return 0;
  } finally {
    await page?.stop();
    await door?.stop();
    await local.stop();
  }
}

/** Opens the proxy door and says, before the phone takes the screen, what other programs have to be told. */
async function openDoor(local: LocalTwilio, port: number): Promise<OpenDoor> {
  const folder = path.join(PROJECT_DIRECTORY, '.local-twilio');
  const door = await openProxyDoor({ twilioPort: local.port, folder, now: local.clock.now(), port });
  process.stdout.write(`${describeDoor(door, local.account).join('\n')}\n`);
  return door;
}

type Deployed = Extract<LocalDeployment, { status: 'deployed' }>;

function needDeployed(deployed: LocalDeployment): Deployed {
  if (deployed.status === 'deployed') return deployed;
  throw new ConfigurationError('deployment-refused', deployed.problems.join('\n'));
}

/** Everything that a phone is connected to. */
interface Connection {
  readonly local: LocalTwilio;
  readonly calls: WatchedCalls;
  readonly deployed: Deployed;
  readonly from: string;
}

function openPage({
  local,
  calls,
  deployed,
  from,
  port,
}: Connection & { readonly port: number | undefined }): Promise<PhonePage> {
  return startPhonePage({
    local,
    calls,
    setting: { ivrNumber: deployed.phoneNumber, ownNumber: from, restUrl: local.url },
    ...(port !== undefined && { port }),
  });
}

function connect({
  local,
  calls,
  deployed,
  from,
  page,
  apiKey,
}: Connection & { readonly page: PhonePage; readonly apiKey: string | undefined }): RunningPhone {
  const domain = deployed.outputs.environment?.domain ?? '';
  return runPhone({
    input: process.stdin,
    output: process.stdout,
    local: { dial: calls.dial, clock: local.clock },
    header: {
      pageUrl: page.url,
      restUrl: local.url,
      functionsUrl: `https://${domain}`,
      otpKey: apiKey ?? null,
      ivrNumber: deployed.phoneNumber,
      ownNumber: from,
    },
  });
}

async function stayUp(phone: RunningPhone, deploy: Deploy, signal: AbortSignal): Promise<void> {
  process.once('exit', phone.close);
  const watching = watchSources(PROJECT_DIRECTORY, async (files) => {
    phone.tell({ kind: 'notice', ...summarizeReload(files, await deploy()) });
  });
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });
  await Promise.race([phone.untilQuit, stopped]);
  watching.stop();
  phone.close();
}

runCommand(main);
