/** An environment variable of the functions (https://www.twilio.com/docs/serverless/api/resource/variable). */
export interface ServerlessVariable {
  readonly sid: string;
  key: string;
  value: string;
  readonly dateCreated: number;
  dateUpdated: number;
}
