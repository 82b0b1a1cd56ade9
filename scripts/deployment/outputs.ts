import type { Mark, MarkedThing } from './mark/mark';

/** SIDs and URLs that later resources need from earlier ones; a key is absent until its resource exists. */
export interface Outputs {
  readonly serverlessServiceSid?: string;
  readonly environment?: { readonly sid: string; readonly domain: string };
  /** The mark as the environment has it, with the SID of its variable; `isOwn` when this deployment has looked at it or written it. */
  readonly mark?: { readonly sid: string; readonly mark: Mark; readonly isOwn: boolean };
  readonly verifyServiceSid?: string;
  /** What the mark is to say of that service. */
  readonly verifyService?: MarkedThing;
  readonly syncServiceSid?: string;
  readonly syncService?: MarkedThing;
  /** Function SIDs (ZH…) by URL path: `/start-verify`. */
  readonly functionSids?: Readonly<Record<string, string>>;
  /** What the build is made of. */
  readonly versions?: { readonly functions: readonly string[]; readonly assets: readonly string[] };
  readonly buildSid?: string;
  /** Definitions that Twilio found valid already, as `contentHash` has them. */
  readonly validated?: readonly string[];
  readonly verifySubflowSid?: string;
  /** The revision that the parent pins. */
  readonly verifySubflowRevision?: number;
  readonly parentFlow?: { readonly sid: string; readonly webhookUrl: string };
  /** PN…; absent where none is wanted. */
  readonly phoneNumberSid?: string;
  readonly replyFlow?: { readonly sid: string; readonly webhookUrl: string };
}
