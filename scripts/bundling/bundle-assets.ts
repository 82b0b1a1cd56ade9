import path from 'node:path';

import type { BundleJob } from './bundle-job';
import { runEsbuild } from './run-esbuild';

/** The names that the entries were bundled under: `web.js` → `web-4KQ2LD7A.js`. Or the problems, as sentences. */
export type BundledAssets =
  | { readonly kind: 'bundled'; readonly names: Readonly<Record<string, string>> }
  | { readonly kind: 'failed'; readonly problems: readonly string[] };

/** Browsers of the last four years or so. */
const TARGETS = ['chrome111', 'edge111', 'firefox114', 'safari16.4'];

/**
 * Bundles the scripts and styles of pages for browsers. What a script imports later is a file of its own. Contents make the names,
 * so that a browser never mixes two builds.
 */
export async function bundleAssets(job: BundleJob): Promise<BundledAssets> {
  const entryPoints = [...job.sources.assetEntries];
  if (entryPoints.length === 0) return { kind: 'bundled', names: {} };
  const result = await runEsbuild({
    absWorkingDir: job.rootDirectory,
    entryPoints,
    outdir: path.join(job.outputDirectory, 'assets'),
    outbase: path.join(job.rootDirectory, 'assets'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: TARGETS,
    minify: true,
    legalComments: 'none',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    metafile: true,
    logLevel: 'silent',
  });
  if (result.kind === 'failed') return result;
  const outputs = Object.entries(result.metafile?.outputs ?? {});
  const names = new Map<string, string>();
  for (const [file, { entryPoint }] of outputs) {
    if (entryPoint?.startsWith('assets/') === true) {
      names.set(plainName(entryPoint), path.posix.basename(file));
    }
  }
  return { kind: 'bundled', names: Object.fromEntries(names) };
}

function plainName(entryPoint: string): string {
  return path.posix.basename(entryPoint).replace(/\.ts$/, '.js');
}
