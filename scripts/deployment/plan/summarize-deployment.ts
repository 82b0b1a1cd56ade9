import type { Deployment } from '../deploy';
import type { Outputs } from '../outputs';
import type { ResourceKind } from './plan';
import type { StepResult } from './run-steps';
import type { Want } from '../want';

/** A thing that was deployed, and where to look at it. */
export interface ConsoleLink {
  readonly name: string;
  readonly url: string;
}

/** Where the Twilio console shows each resource of a deployment, in the region that it was made in. */
export function consoleLinks(want: Want, outputs: Outputs, region = 'us1'): ConsoleLink[] {
  const { environment, phoneNumberSid } = outputs;
  const places: readonly (readonly [string, string, string | undefined])[] = [
    [want.parentFlow.friendlyName, 'studio/flows', outputs.parentFlow?.sid],
    [want.verifySubflow.friendlyName, 'studio/flows', outputs.verifySubflowSid],
    [want.replyFlow?.friendlyName ?? '', 'studio/flows', outputs.replyFlow?.sid],
    [`Verify service "${want.verifyService.friendlyName}"`, 'verify/services', outputs.verifyServiceSid],
    [`Sync service "${want.syncService.friendlyName}"`, 'sync/services', outputs.syncServiceSid],
    [
      `Functions at ${environment?.domain ?? 'no domain yet'}`,
      'functions/editor',
      outputs.serverlessServiceSid,
    ],
    [`Phone number ${want.phoneNumber ?? ''}`, 'phone-numbers/manage/incoming', phoneNumberSid],
  ];
  return places.flatMap(([name, folder, sid]) =>
    sid === undefined ? [] : [{ name, url: `https://console.twilio.com/${region}/develop/${folder}/${sid}` }],
  );
}

/** What callers reach after a deployment, and what is left for a person to do. One or two sentences. */
export function whatIsNext(deployment: Deployment, want: Want): string {
  switch (deployment.status) {
    case 'blocked':
      return 'Nothing was changed. Mend what is blocked, then run it again.';
    case 'deployed':
      return nextStep(want, deployment.outputs);
    case 'failed':
      return `${whatCallersReach(deployment.results)} ${howToFinish(deployment.results)}`;
  }
}

/**
 * Told from what was done, and from what may have been: each of these steps is one that callers notice. A step that Twilio did not
 * refuse may have had its effect all the same: a connection was cut, or somebody else was at work.
 */
function whatCallersReach(results: readonly StepResult[]): string {
  const updates = results.filter(({ step }) => step.action === 'update');
  const isDone = (kind: ResourceKind): boolean =>
    updates.some(({ step, status }) => step.kind === kind && status === 'done');
  const mayBeDone = (kind: ResourceKind): boolean =>
    updates.some(
      (each) => each.step.kind === kind && each.status === 'failed' && !isRefusal(each.httpStatus),
    );
  if (isDone('Parent flow')) return 'Callers reach what is new.';
  if (mayBeDone('Parent flow')) return 'Callers may reach what is new already, or still the flows of before.';
  if (isDone('Deployment')) return 'Callers reach the new functions with the flows that were there before.';
  if (mayBeDone('Deployment'))
    return 'Callers may reach the new functions already, with the flows that were there before.';
  if (SETTINGS.some((kind) => isDone(kind) || mayBeDone(kind)))
    return 'Callers reach the functions and flows that were there before; their settings may be new already.';
  return 'What callers reach is as it was.';
}

/** What functions are told, and what Verify does. */
const SETTINGS: readonly ResourceKind[] = ['Verify service', 'Sync service', 'Variables'];

/** Twilio refuses a 4xx again; 429 alone means later. Without a status somebody else was faster, or the connection was cut. */
function howToFinish(results: readonly StepResult[]): string {
  const refused = results.some((result) => result.status === 'failed' && isFinal(result.httpStatus));
  return refused ? 'Mend what Twilio refuses, then run it again.' : 'Run it again to finish it.';
}

function isFinal(httpStatus: number | undefined): boolean {
  return isRefusal(httpStatus) && httpStatus !== 429;
}

/** With a 4xx nothing was done; whether anything was before a 5xx nobody can tell. */
function isRefusal(httpStatus: number | undefined): boolean {
  return httpStatus !== undefined && httpStatus >= 400 && httpStatus < 500;
}

/** What is left for a person to do, or that all is done. One sentence. */
function nextStep(want: Want, outputs: Outputs): string {
  if (want.phoneNumber !== null)
    return `Call ${want.phoneNumber}: it leads to "${want.parentFlow.friendlyName}".`;
  const webhookUrl = outputs.parentFlow?.webhookUrl ?? 'the webhook of the parent flow';
  return (
    'No number was touched. If none leads there yet, open one in the Twilio console and let "A call comes in" be the Studio flow ' +
    `"${want.parentFlow.friendlyName}" (webhook ${webhookUrl}), or run it again with --phone-number and the number.`
  );
}
