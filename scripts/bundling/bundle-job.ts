import type { Sources } from './find-sources';

/** Where the sources are and where their bundles go; absolute paths. */
export interface BundleJob {
  readonly sources: Sources;
  readonly rootDirectory: string;
  readonly outputDirectory: string;
}
