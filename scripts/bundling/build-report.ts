/** A file that the build wrote. */
export interface BuiltFile {
  /** Relative to the output folder, with forward slashes: `functions/start-verify.protected.js`. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * What a build did. `failed` leaves the output folder as it was; each problem is one sentence that names the place
 * (`functions/otp/request.ts:12:7: …`) where there is one.
 */
export type BuildReport =
  | { readonly status: 'built'; readonly outputDirectory: string; readonly files: readonly BuiltFile[] }
  | { readonly status: 'failed'; readonly problems: readonly string[] };
