/** What both widgets that queue somebody know as trouble. */
export const QUEUE_TROUBLE = {
  failedToEnqueue: 'the call could not be queued',
  callFailure: 'the call failed while it was queued',
} as const;

/** What `<Enqueue>` says when it is over: https://www.twilio.com/docs/voice/twiml/enqueue#attributes-action-parameters. */
export const QUEUE_OUTPUTS: readonly string[] = ['QueueResult', 'QueueSid', 'QueueTime'];
