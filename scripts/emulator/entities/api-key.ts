/** A standard API key of the account: another way to log in to it. */
export interface ApiKey {
  /** SK… */
  readonly sid: string;
  /** Shown once, when it is made. */
  readonly secret: string;
  friendlyName: string;
  readonly dateCreated: number;
  dateUpdated: number;
}
