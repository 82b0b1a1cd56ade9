/** Who may reach a function or an asset by its path (https://www.twilio.com/docs/serverless/functions-assets/visibility). */
export type Visibility = 'public' | 'protected' | 'private';

/** A built file as Twilio is to have it. */
export interface BundleFile {
  readonly kind: 'function' | 'asset';
  /** Where it answers: `/start-verify`. */
  readonly path: string;
  readonly visibility: Visibility;
  readonly contentType: string;
  readonly content: Uint8Array<ArrayBuffer>;
  /** Sixteen hexadecimal digits that tell one content from another. */
  readonly hash: string;
}

/** Everything that one build of the Serverless service is made of. */
export interface Bundle {
  readonly files: readonly BundleFile[];
  /** `node22` */
  readonly runtime: string;
  /** Packages that Twilio installs, with exact versions. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Tells one bundle from another: files, runtime and dependencies together. */
  readonly hash: string;
}

/** What of a file has to stay for its uploaded version to be used again: kind, visibility and path. */
export function fileKey(file: Pick<BundleFile, 'kind' | 'visibility' | 'path'>): string {
  return `${file.kind} ${file.visibility} ${file.path}`;
}
