import { createRequire } from 'node:module';
import type * as Sdk from 'twilio';

import { isDue } from '../../functions/lib/otp/notify.private';
import { askTwilio } from '../account/ask-twilio';
import { ConfigurationError } from '../command-line/configuration-error';
import { newCommand, parseArguments } from '../command-line/new-command';
import type { ExitCode, Invocation } from '../command-line/run-command';
import { throwIfStopped } from '../command-line/run-command';
import type { Subcommand } from '../command-line/subcommands';
import { openService, withServiceOptions } from './open-service';
import type { OpenService, ServiceOptions } from './open-service';
import { listRecords } from './records';

/** Has the ends told that no application has heard of yet. */
export const deliverCommand: Subcommand = {
  name: 'deliver',
  summary: 'tells OTP_WEBHOOK_URL the ends that it has not heard of yet; for a schedule',
  run: deliver,
};

async function deliver({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'otp',
    'Tells OTP_WEBHOOK_URL every end on record that it has not heard of yet, expiries included: run it on a schedule. Exit code 1 when one could not be told.',
  ).usage('deliver [options]');
  withServiceOptions(command);
  const parsed = parseArguments<ServiceOptions>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const service = await askTwilio('find the service', openService(parsed.options));
  const sign = signerOf(service);
  const records = await askTwilio('read the records', listRecords(service, 0));
  const due = records.filter(({ record }) => isDue(record, Date.now()));
  let delivered = 0;
  for (const { requestId } of due) {
    throwIfStopped(signal);
    if (await askTwilio('ask the functions', tell(service, requestId, sign))) delivered += 1;
  }
  const result = { due: due.length, delivered };
  const sentence = `${delivered} of ${due.length} ends were told.`;
  process.stdout.write(`${parsed.options.json === true ? JSON.stringify(result) : sentence}\n`);
  return delivered === due.length ? 0 : 1;
}

type Sign = (url: string, parameters: Readonly<Record<string, string>>) => string;

function signerOf({ authToken }: OpenService): Sign {
  if (authToken === undefined) {
    throw new ConfigurationError(
      'missing-credentials',
      'Cannot ask the functions without AUTH_TOKEN: they take only requests that it signs; set it beside API_KEY.',
    );
  }
  const { getExpectedTwilioSignature } = createRequire(__filename)('twilio') as typeof Sdk;
  return (url, parameters) => getExpectedTwilioSignature(authToken, url, parameters);
}

async function tell({ client, origin }: OpenService, requestId: string, sign: Sign): Promise<boolean> {
  const uri = `${origin}/otp/deliver`;
  const data = { requestId };
  const { statusCode } = await client.httpClient.request<unknown>({
    method: 'post',
    uri,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': sign(uri, data),
    },
    data,
  });
  return statusCode >= 200 && statusCode < 300;
}
