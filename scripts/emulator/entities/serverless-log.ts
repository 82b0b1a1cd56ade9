/** A line that a function wrote to its console (https://www.twilio.com/docs/serverless/api/resource/logs). */
export interface ServerlessLog {
  readonly sid: string;
  readonly buildSid: string;
  readonly deploymentSid: string;
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly dateCreated: number;
}
