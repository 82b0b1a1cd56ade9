import './command-line/last-resort';

import { askTwilio } from './account/ask-twilio';
import { readCredentials } from './account/credentials';
import { withEnvironmentOption } from './account/environment-option';
import { explicitSids } from './account/explicit-sids';
import { newCommand, parseArguments } from './command-line/new-command';
import { openAccount } from './account/open-account';
import { PROJECT_DIRECTORY, projectSettings, withEnvOption } from './command-line/project-settings';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, unlessStopped } from './command-line/run-command';
import type { Pull } from './deployment/pull/pull';
import { pull } from './deployment/pull/pull';
import { pullLines, pullTroubles } from './deployment/pull/pull-lines';

interface Options {
  readonly environment: string;
  readonly force?: true;
  readonly json?: true;
  readonly env?: string;
}

/** `npm run pull`: exit code 0 when `studio/flows` has what the account has, 1 when it was refused. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'pull',
    'Brings what was edited in the Studio console into studio/flows, with placeholders in place of SIDs.',
  );
  withEnvOption(withEnvironmentOption(command))
    .option('--force', 'replace files even where that loses changes that were never deployed')
    .option('--json', 'print the result as one JSON object');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const pulled = await unlessStopped(askTwilio('pull the flows', carryOut(parsed.options)), signal);
  for (const trouble of pullTroubles(pulled)) process.stderr.write(`${trouble}\n`);
  if (parsed.options.json === true)
    process.stdout.write(`${JSON.stringify(withoutContent(pulled, parsed.options))}\n`);
  else for (const line of pullLines(pulled)) process.stdout.write(`  ${line}\n`);
  return pulled.status === 'pulled' ? 0 : 1;
}

async function carryOut({ environment, force, env }: Options): Promise<Pull> {
  const settings = await projectSettings(env);
  const { client } = await openAccount(readCredentials(settings));
  const sids = explicitSids(settings);
  return pull(client, { environment, sids, projectDirectory: PROJECT_DIRECTORY, force: force === true });
}

/** The files hold the definitions; what is printed says what became of them. */
function withoutContent({ status, ...pulled }: Pull, { environment }: Options): object {
  if (!('flows' in pulled)) return { status, environment, ...pulled };
  const flows = pulled.flows.map((flow) => ({ ...flow, definition: undefined, text: undefined }));
  return { status, environment, ...pulled, flows };
}

runCommand(main);
