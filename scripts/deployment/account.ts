import type { Twilio } from 'twilio';

import type { BundleFile } from './bundle/bundle';

/** What a deployment may use of the world: no clock, no chance, no global. `createAccount` makes one. */
export interface Account {
  /** The SDK, which asks again where that is safe: see `retries.ts`. */
  readonly client: Twilio;
  readonly upload: Upload;
  readonly wait: Wait;
}

/** Lets this much time pass. */
export type Wait = (milliseconds: number) => Promise<void>;

/** Uploads a file as a new version of a function or an asset; answers the version's SID (ZN…). Throws what Twilio refuses. */
export type Upload = (
  file: BundleFile,
  place: { readonly serviceSid: string; readonly resourceSid: string },
) => Promise<string>;
