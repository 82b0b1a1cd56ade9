import { askTwilio } from '../account/ask-twilio';
import { checked, newCommand, parseArguments } from '../command-line/new-command';
import type { ExitCode, Invocation } from '../command-line/run-command';
import { unlessStopped } from '../command-line/run-command';
import type { Subcommand } from '../command-line/subcommands';
import { describeRecord, recordLine } from './describe-record';
import { openService, withServiceOptions } from './open-service';
import type { ServiceOptions } from './open-service';
import { listRecords } from './records';
import type { NamedRecord } from './records';
import { readSince } from './since';

interface Options extends ServiceOptions {
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly client?: string;
}

/** Lists the requests that are on record. */
export const listCommand: Subcommand = {
  name: 'list',
  summary: 'lists the requests on record, oldest first',
  run: list,
};

async function list({ argv, signal }: Invocation): Promise<ExitCode> {
  const now = Date.now();
  const command = newCommand('otp', 'Lists the requests on record, oldest first.')
    .usage('list [options]')
    .option(
      '--since <when>',
      '90m, 24h, 7d, or a date (default: 24h)',
      checked((text) => readSince(text, now)),
      now - 24 * 3_600_000,
    )
    .option('--client <name>', 'only those of one API key');
  withServiceOptions(command);
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const { options } = parsed;
  const found = await unlessStopped(askTwilio('read the records', find(options)), signal);
  const records = found.map((record) => describeRecord(record, now));
  if (options.json === true) process.stdout.write(`${JSON.stringify({ records })}\n`);
  else for (const record of records) process.stdout.write(`  ${recordLine(record)}\n`);
  process.stderr.write(`${records.length} requests since ${new Date(options.since).toISOString()}.\n`);
  return 0;
}

async function find(options: Options): Promise<readonly NamedRecord[]> {
  const records = await listRecords(await openService(options), options.since);
  return records.filter(({ record }) => options.client === undefined || record.client === options.client);
}
