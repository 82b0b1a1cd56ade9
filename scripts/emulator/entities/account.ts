/** The one account that the local Twilio serves. Its token signs webhooks and function calls. */
export interface Account {
  readonly sid: string;
  readonly authToken: string;
}
