import './command-line/last-resort';

import { askTwilio } from './account/ask-twilio';
import { confirm } from './command-line/confirm';
import { readCredentials } from './account/credentials';
import { withEnvironmentOption } from './account/environment-option';
import { explicitSids } from './account/explicit-sids';
import { checked, newCommand, parseArguments } from './command-line/new-command';
import { openAccount } from './account/open-account';
import { PROJECT_DIRECTORY, projectSettings, withEnvOption } from './command-line/project-settings';
import { showProgress } from './account/show-progress';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, unlessStopped } from './command-line/run-command';
import type { Account } from './deployment/account';
import { hasChanges, type Plan } from './deployment/plan/plan';
import { printPlan } from './deployment/plan/print-deployment';
import type { PlannedRollback } from './deployment/rollback/rollback';
import { applyRollback, planRollbackTo } from './deployment/rollback/rollback';
import { isReleaseName } from './deployment/rollback/rollback-choice';
import { rollbackProblems, rollbackTroubles } from './deployment/rollback/rollback-lines';
import { nameRelease } from './deployment/rollback/rollback-releases';
import { plannedJson, resultsJson } from './deployment/plan/step-json';
import { readRecordedVersions } from './deployment/versions/version-flows';

interface Options {
  readonly to: string;
  readonly environment: string;
  readonly restoreNumber?: true;
  readonly overwrite?: true;
  readonly yes?: true;
  readonly json?: true;
  readonly env?: string;
}

const toOption = checked<string>((text) =>
  isReleaseName(text)
    ? text
    : {
        complaint:
          'Write a version as in 1.0.0 or verify-subflow@1.0.0, or the number of a revision of parent-ivr.',
      },
);

/** `npm run rollback`: exit code 0 when callers reach that version, 1 when it was refused or failed. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'rollback',
    'Publishes an earlier version of both flows again, and lets the functions be those of that time.',
  ).requiredOption(
    '--to <version>',
    'the version to go back to, as in 1.0.0; a wrong one lists all',
    toOption,
  );
  withEnvOption(withEnvironmentOption(command))
    .option('--restore-number', 'give a number that was taken over back to what it led to')
    .option('--overwrite', 'publish over flows that somebody edited in the console')
    .option('--yes', 'do not ask before changing the account')
    .option('--json', 'print the result as one JSON object');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const { options } = parsed;
  const { account, planned } = await unlessStopped(open(options), signal);
  const problems = rollbackProblems(planned);
  if (planned.kind !== 'plan' || problems.length > 0) return refuse(planned, problems, options);
  if (
    hasChanges(planned.plan) &&
    options.yes !== true &&
    !(await isConfirmed(account, planned, options, signal))
  ) {
    process.stderr.write('Nothing was changed.\n');
    if (options.json === true) writeDeclined(planned.plan, options);
    return 1;
  }
  return carryOut(account, planned, options);
}

async function open(options: Options): Promise<{ account: Account; planned: PlannedRollback }> {
  const settings = await projectSettings(options.env);
  const account = await openAccount(readCredentials(settings));
  const planning = planRollbackTo(account, {
    to: options.to,
    environment: options.environment,
    sids: explicitSids(settings),
    restoreNumber: options.restoreNumber === true,
    overwrite: options.overwrite === true,
    recorded: (await readRecordedVersions(PROJECT_DIRECTORY)) ?? {},
  });
  return { account, planned: await askTwilio('read the account', planning) };
}

function refuse(planned: PlannedRollback, problems: readonly string[], options: Options): ExitCode {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (options.json === true) {
    const { environment } = options;
    const result =
      planned.kind === 'plan'
        ? { status: 'blocked', environment, steps: plannedJson(planned.plan.steps) }
        : { status: 'refused', environment, ...planned };
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return 1;
  }
  if (planned.kind === 'plan') {
    for (const line of printPlan(planned.plan)) process.stdout.write(`  ${line}\n`);
  }
  process.stdout.write('\n  Nothing was changed.\n');
  return 1;
}

function writeDeclined({ steps }: Plan, { environment }: Options): void {
  const result = { status: 'declined', environment, steps: plannedJson(steps) };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

async function isConfirmed(
  { client }: Account,
  { plan }: Extract<PlannedRollback, { kind: 'plan' }>,
  { environment }: Options,
  signal: AbortSignal,
): Promise<boolean> {
  for (const line of printPlan(plan)) process.stderr.write(`  ${line}\n`);
  return confirm(`Change account ${client.accountSid} (${environment}) like this?`, signal);
}

/** Not broken off on the way: what is half done would be heard by callers. */
async function carryOut(
  account: Account,
  planned: Extract<PlannedRollback, { kind: 'plan' }>,
  options: Options,
): Promise<ExitCode> {
  const output = options.json === true ? process.stderr : process.stdout;
  const { status, results } = await showProgress(output, planned.plan.steps, async (progress) =>
    applyRollback(account, planned, progress),
  );
  for (const trouble of rollbackTroubles({ status, results, plan: planned.plan }))
    process.stderr.write(`${trouble}\n`);
  const release = nameRelease(planned.situation.release);
  if (options.json === true) {
    const { environment } = options;
    process.stdout.write(
      `${JSON.stringify({ status, environment, release, steps: resultsJson(results) })}\n`,
    );
  } else {
    const sentence =
      status === 'rolled-back'
        ? `Callers reach ${release}. The next deployment publishes what the repository has.`
        : 'Not finished: run it again.';
    process.stdout.write(`\n  ${sentence}\n`);
  }
  return status === 'rolled-back' ? 0 : 1;
}

runCommand(main);
