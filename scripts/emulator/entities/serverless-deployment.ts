/** That a build was put into an environment (https://www.twilio.com/docs/serverless/api/resource/deployment). */
export interface ServerlessDeployment {
  readonly sid: string;
  /** Null: the environment was emptied. */
  readonly buildSid: string | null;
  readonly dateCreated: number;
}
