/** Who may reach a function or an asset (https://www.twilio.com/docs/serverless/functions-assets/visibility). */
export type Visibility = 'public' | 'protected' | 'private';

/**
 * One upload of a function or an asset; it never changes
 * (https://www.twilio.com/docs/serverless/api/resource/function-version, …/asset-version).
 */
export interface ServerlessVersion {
  readonly sid: string;
  /** The function or asset that it is a version of. */
  readonly resourceSid: string;
  /** With a leading slash: `/start-verify`, `/images/logo.png`. */
  readonly path: string;
  readonly visibility: Visibility;
  readonly content: Buffer;
  readonly dateCreated: number;
}
