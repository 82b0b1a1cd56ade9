import { askTwilio } from '../account/ask-twilio';
import { newCommand, parseArguments } from '../command-line/new-command';
import type { ExitCode, Invocation } from '../command-line/run-command';
import { unlessStopped } from '../command-line/run-command';
import type { Subcommand } from '../command-line/subcommands';
import { describeRecord } from './describe-record';
import { openService, withServiceOptions } from './open-service';
import type { ServiceOptions } from './open-service';
import { readRecord } from './records';
import type { NamedRecord } from './records';

/** Shows what is on record of a request. */
export const showCommand: Subcommand = {
  name: 'show',
  summary: 'shows what is on record of a request',
  run: show,
};

async function show({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand('otp', 'Shows what is on record of a request; exit code 1 when nothing is.')
    .usage('show <request-id> [options]')
    .argument('<request-id>', 'as /otp/request answered it: otp_…');
  withServiceOptions(command);
  const parsed = parseArguments<ServiceOptions>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const [requestId = ''] = command.args;
  const found = await unlessStopped(askTwilio('read the records', find(parsed.options, requestId)), signal);
  if (found === null) {
    process.stderr.write(`There is no record of "${requestId}" in "${parsed.options.environment}".\n`);
    return 1;
  }
  const record = describeRecord(found, Date.now());
  if (parsed.options.json === true) process.stdout.write(`${JSON.stringify(record)}\n`);
  else for (const [name, value] of Object.entries(record)) process.stdout.write(line(name, value));
  return 0;
}

async function find(options: ServiceOptions, requestId: string): Promise<NamedRecord | null> {
  return readRecord(await openService(options), requestId);
}

function line(name: string, value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `  ${name.padEnd(18)}${text}\n`;
}
