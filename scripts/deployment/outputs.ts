/** SIDs and URLs that later resources need from earlier ones; a key is absent until its resource exists. */
export interface Outputs {
  readonly serverlessServiceSid?: string;
  readonly environment?: { readonly sid: string; readonly domain: string };
  readonly verifyServiceSid?: string;
  readonly syncServiceSid?: string;
  /** Function SIDs (ZH…) by URL path: `/start-verify`. */
  readonly functionSids?: Readonly<Record<string, string>>;
  /** What the build is made of. */
  readonly versions?: { readonly functions: readonly string[]; readonly assets: readonly string[] };
  readonly buildSid?: string;
  readonly verifySubflowSid?: string;
  /** The revision that the parent pins. */
  readonly verifySubflowRevision?: number;
  readonly parentFlow?: { readonly sid: string; readonly webhookUrl: string };
}
