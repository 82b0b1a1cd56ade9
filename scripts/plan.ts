import './command-line/last-resort';

import { askTwilio } from './account/ask-twilio';
import type { DeploymentOptions } from './account/deployment-options';
import { openDeployment, withDeploymentOptions } from './account/deployment-options';
import { tellWaiting } from './account/tell-waiting';
import { newCommand, parseArguments } from './command-line/new-command';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, unlessStopped } from './command-line/run-command';
import { planDeployment } from './deployment/deploy';
import { hasChanges, isBlocked } from './deployment/plan/plan';
import type { Plan } from './deployment/plan/plan';
import { printPlan } from './deployment/plan/print-deployment';
import { plannedJson } from './deployment/plan/step-json';

/** `npm run plan`: exit code 0 when deploying would change nothing, 3 when it would change something, 1 when it would refuse. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'plan',
    'Shows what npm run deploy would do to the account, and why. Changes nothing. Exit code 0: deploying would change nothing; 3: it would change something; 1: it would refuse, or the account cannot be read; 2: wrong usage.',
  );
  const parsed = parseArguments<DeploymentOptions>(withDeploymentOptions(command), argv);
  if (parsed.kind === 'exit') return parsed.code;
  const { options } = parsed;
  const { account, want } = await unlessStopped(openDeployment(options), signal);
  tellWaiting('Reading the account');
  const { plan } = await unlessStopped(askTwilio('read the account', planDeployment(account, want)), signal);
  const status = statusOf(plan);
  if (options.json === true) {
    const { environment } = options;
    process.stdout.write(`${JSON.stringify({ status, environment, steps: plannedJson(plan.steps) })}\n`);
  } else {
    for (const line of printPlan(plan)) process.stdout.write(`  ${line}\n`);
    process.stdout.write(`\n  ${SENTENCES[status]}\n`);
  }
  return EXIT_CODES[status];
}

type Status = 'unchanged' | 'changes' | 'blocked';

const EXIT_CODES: Readonly<Record<Status, ExitCode>> = { unchanged: 0, changes: 3, blocked: 1 };

const SENTENCES: Readonly<Record<Status, string>> = {
  unchanged: 'Everything is as wanted: npm run deploy would change nothing.',
  changes: 'Nothing was changed: npm run deploy does it.',
  blocked: 'Nothing was changed, and npm run deploy would refuse: see the blocked steps.',
};

function statusOf(plan: Plan): Status {
  if (isBlocked(plan)) return 'blocked';
  return hasChanges(plan) ? 'changes' : 'unchanged';
}

runCommand(main);
