import './command-line/last-resort';

import { askTwilio } from './account/ask-twilio';
import { readCredentials } from './account/credentials';
import { environmentOption } from './account/environment-option';
import { explicitSids } from './account/explicit-sids';
import { openAccount } from './account/open-account';
import { showProgress } from './account/show-progress';
import { confirm } from './command-line/confirm';
import { newCommand, parseArguments } from './command-line/new-command';
import { PROJECT_DIRECTORY, projectSettings, withEnvOption } from './command-line/project-settings';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, unlessStopped } from './command-line/run-command';
import type { Account } from './deployment/account';
import type { PlannedDestruction } from './deployment/destroy/destroy';
import { applyDestruction, planDestruction } from './deployment/destroy/destroy';
import { isNothingToDestroy } from './deployment/destroy/destroy-plan';
import { isBlocked } from './deployment/plan/plan';
import { printPlan } from './deployment/plan/print-deployment';
import { hasFailed } from './deployment/plan/run-steps';
import { plannedJson, resultsJson, type StepJson } from './deployment/plan/step-json';
import { readRecordedVersions } from './deployment/versions/version-flows';

interface Options {
  readonly environment: string;
  readonly yes?: true;
  readonly json?: true;
  readonly env?: string;
}

/** `npm run destroy`: exit code 0 when nothing of the installation is left, 1 when something is. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'destroy',
    'Takes one installation out of the account again: only what npm run deploy made, never a phone number.',
  ).requiredOption(
    '--environment <name>',
    'which installation: dev, stage, prod or any other',
    environmentOption,
  );
  withEnvOption(command)
    .option('--yes', 'do not ask before deleting')
    .option('--json', 'print the result as one JSON object');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const { options } = parsed;
  const { account, planned } = await unlessStopped(askTwilio('read the account', plan(options)), signal);
  const output = options.json === true ? process.stderr : process.stdout;
  for (const line of printPlan(planned.plan)) output.write(`  ${line}\n`);
  const steps = plannedJson(planned.plan.steps);
  if (isBlocked(planned.plan)) return end(options, 'blocked', steps);
  if (isNothingToDestroy(planned.plan)) return end(options, 'nothing', steps);
  const question = `Do this to account ${account.client.accountSid}? It cannot be undone.`;
  if (options.yes !== true && !(await confirm(question, signal))) return end(options, 'declined', steps);
  const results = await showProgress(output, planned.plan.steps, async (progress) =>
    applyDestruction(account, planned, progress),
  );
  return end(options, hasFailed(results) ? 'failed' : 'destroyed', resultsJson(results));
}

async function plan(options: Options): Promise<{ account: Account; planned: PlannedDestruction }> {
  const settings = await projectSettings(options.env);
  const account = await openAccount(readCredentials(settings));
  const planned = await planDestruction(account, {
    environment: options.environment,
    sids: explicitSids(settings),
    verifyFriendlyName: settings['VERIFY_FRIENDLY_NAME'] ?? 'Hotline',
    recorded: (await readRecordedVersions(PROJECT_DIRECTORY)) ?? {},
  });
  return { account, planned };
}

type Status = 'blocked' | 'nothing' | 'declined' | 'failed' | 'destroyed';

const SENTENCES: Readonly<Record<Status, string>> = {
  blocked: 'Nothing was deleted: see the blocked steps.',
  nothing: 'There is nothing of this installation to delete.',
  declined: 'Nothing was deleted.',
  failed: 'Not everything is gone: run it again to go on.',
  destroyed: 'What this project made is gone.',
};

function end({ environment, json }: Options, status: Status, steps: readonly StepJson[]): ExitCode {
  if (json === true) process.stdout.write(`${JSON.stringify({ status, environment, steps })}\n`);
  else process.stdout.write(`  ${SENTENCES[status]}\n`);
  return status === 'destroyed' || status === 'nothing' ? 0 : 1;
}

runCommand(main);
