/** SIDs and URLs that later resources need from earlier ones; a key is absent until its resource exists. */
export interface Outputs {
  readonly verifyServiceSid?: string;
  readonly functions?: FunctionsOutputs;
  readonly verifySubflowSid?: string;
  /** The revision that the parent pins. */
  readonly verifySubflowRevision?: number;
  readonly parentFlow?: { readonly sid: string; readonly webhookUrl: string };
}

/** Where the functions run: what a run-function widget has to be told. */
export interface FunctionsOutputs {
  /** `verify-1234-dev.twil.io` */
  readonly domain: string;
  readonly serviceSid: string;
  readonly environmentSid: string;
  /** By URL path: `/start-verify`. */
  readonly functionSids: Readonly<Record<string, string>>;
}
