import type { Outputs } from './outputs';
import type { Want } from './want';

/** A thing that was deployed, and where to look at it. */
export interface ConsoleLink {
  readonly name: string;
  readonly url: string;
}

/** Where the Twilio console shows each resource of a deployment. */
export function consoleLinks(want: Want, outputs: Outputs): ConsoleLink[] {
  const console = 'https://console.twilio.com/us1';
  const { verifySubflowSid, parentFlow, verifyServiceSid, serverlessServiceSid, environment } = outputs;
  const flow = (name: string, sid: string): ConsoleLink => ({
    name,
    url: `${console}/develop/studio/flows/${sid}`,
  });
  return [
    ...(parentFlow === undefined ? [] : [flow(want.parentFlow.friendlyName, parentFlow.sid)]),
    ...(verifySubflowSid === undefined ? [] : [flow(want.verifySubflow.friendlyName, verifySubflowSid)]),
    ...(verifyServiceSid === undefined
      ? []
      : [
          {
            name: `Verify service "${want.verifyService.friendlyName}"`,
            url: `${console}/develop/verify/services/${verifyServiceSid}`,
          },
        ]),
    ...(serverlessServiceSid === undefined
      ? []
      : [
          {
            name: `Functions at ${environment?.domain ?? 'no domain yet'}`,
            url: `${console}/develop/functions/editor/${serverlessServiceSid}`,
          },
        ]),
  ];
}

/** What is left for a person to do, or that all is done. One sentence. */
export function nextStep(want: Want, outputs: Outputs): string {
  if (want.phoneNumber !== null)
    return `Call ${want.phoneNumber}: it leads to "${want.parentFlow.friendlyName}".`;
  const webhookUrl = outputs.parentFlow?.webhookUrl ?? 'the webhook of the parent flow';
  return (
    'No number was touched. If none leads there yet, open one in the Twilio console and let "A call comes in" be the Studio flow ' +
    `"${want.parentFlow.friendlyName}" (webhook ${webhookUrl}), or run it again with --phone-number and the number.`
  );
}
