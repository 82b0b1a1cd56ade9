import './command-line/last-resort';

import { askTwilio } from './account/ask-twilio';
import { confirm } from './command-line/confirm';
import type { DeploymentOptions, OpenDeployment } from './account/deployment-options';
import { openDeployment, withDeploymentOptions } from './account/deployment-options';
import { tellWaiting } from './account/tell-waiting';
import { newCommand, parseArguments } from './command-line/new-command';
import { showProgress } from './account/show-progress';
import type { ExitCode, Invocation } from './command-line/run-command';
import { runCommand, unlessStopped } from './command-line/run-command';
import type { Deployment } from './deployment/deploy';
import { applyPlanned, planDeployment } from './deployment/deploy';
import { hasChanges, isBlocked } from './deployment/plan/plan';
import type { Plan } from './deployment/plan/plan';
import { printPlan, printTroubles } from './deployment/plan/print-deployment';
import { consoleLinks, whatIsNext } from './deployment/plan/summarize-deployment';
import { plannedJson, resultsJson } from './deployment/plan/step-json';

interface Options extends DeploymentOptions {
  readonly yes?: true;
}

/** `npm run deploy`: exit code 0 when the account is as wanted, 1 when it is not. */
async function main({ argv, signal }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'deploy',
    'Brings functions and flows to a Twilio account: only what changed, safely, and again and again.',
  );
  withDeploymentOptions(command).option('--yes', 'do not ask before changing the account');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const open = await unlessStopped(openDeployment(parsed.options), signal);
  const deployment = await carryOut(open, parsed.options, signal);
  if (deployment === null) return 1;
  report(deployment, open, parsed.options);
  return deployment.status === 'deployed' ? 0 : 1;
}

/** Null when a person said no. A deployment under way is not broken off: what is half done would be seen by callers. */
async function carryOut(
  { account, want }: OpenDeployment,
  options: Options,
  signal: AbortSignal,
): Promise<Deployment | null> {
  const output = options.json === true ? process.stderr : process.stdout;
  tellWaiting('Reading the account');
  const planned = await unlessStopped(askTwilio('read the account', planDeployment(account, want)), signal);
  const { plan } = planned;
  if (isBlocked(plan) || !hasChanges(plan)) {
    for (const line of printPlan(plan)) output.write(`  ${line}\n`);
    return applyPlanned(account, want, planned);
  }
  if (options.yes !== true) {
    for (const line of printPlan(plan)) process.stderr.write(`  ${line}\n`);
    const question = `Change account ${account.client.accountSid} (${options.environment}) like this?`;
    if (!(await confirm(question, signal))) {
      process.stderr.write('Nothing was changed.\n');
      if (options.json === true) writeDeclined(options, plan);
      return null;
    }
  }
  return showProgress(output, plan.steps, async (progress) => applyPlanned(account, want, planned, progress));
}

function writeDeclined({ environment }: Options, { steps }: Plan): void {
  const result = { status: 'declined', environment, steps: plannedJson(steps) };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

function report(deployment: Deployment, { want, account }: OpenDeployment, options: Options): void {
  const { status } = deployment;
  const { region } = account.client;
  for (const trouble of printTroubles(deployment)) process.stderr.write(`${trouble}\n`);
  const outputs = 'outputs' in deployment ? deployment.outputs : {};
  const links = status === 'blocked' ? [] : consoleLinks(want, outputs, region);
  const next = whatIsNext(deployment, want);
  if (options.json === true) {
    const steps =
      'results' in deployment ? resultsJson(deployment.results) : plannedJson(deployment.plan.steps);
    const { environment } = options;
    process.stdout.write(`${JSON.stringify({ status, environment, steps, outputs, links, next })}\n`);
    return;
  }
  process.stdout.write('\n');
  if (status === 'deployed' && !hasChanges(deployment.plan)) {
    process.stdout.write('  Everything is as wanted: nothing was changed, uploaded or published.\n');
  }
  for (const { name, url } of links) process.stdout.write(`  ${name}: ${url}\n`);
  process.stdout.write(`  ${next}\n`);
}

runCommand(main);
