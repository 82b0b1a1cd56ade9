import type * as esbuild from 'esbuild';
import path from 'node:path';

import { bundleAssets } from './bundle-assets';
import type { BundleJob } from './bundle-job';
import { runEsbuild } from './run-esbuild';

/**
 * Bundles each endpoint and each emulator entry point into one CommonJS file, and before that the assets, whose names endpoints know.
 * Answers the problems esbuild found, as sentences; none means that all files were written.
 */
export async function bundle(job: BundleJob): Promise<string[]> {
  const assets = await bundleAssets(job);
  if (assets.kind === 'failed') return [...assets.problems];
  const [endpoints, entries] = await Promise.all([
    bundleEndpoints(job, assets.names),
    bundleEmulatorEntries(job),
  ]);
  return [...endpoints, ...entries];
}

async function bundleEndpoints(
  job: BundleJob,
  assetNames: Readonly<Record<string, string>>,
): Promise<string[]> {
  return run([...job.sources.endpoints], {
    ...commonOptions(job),
    outdir: path.join(job.outputDirectory, 'functions'),
    outbase: path.join(job.rootDirectory, 'functions'),
    // Twilio installs these two itself, from the build's list of dependencies.
    external: ['twilio', 'twilio/*', '@twilio/runtime-handler', '@twilio/runtime-handler/*'],
    // A cold start reads all of it. Names are kept, so that a stack trace in the debugger still says which function threw.
    minify: true,
    keepNames: true,
    define: { 'process.env.BUILT_ASSETS': JSON.stringify(JSON.stringify(assetNames)) },
  });
}

async function bundleEmulatorEntries(job: BundleJob): Promise<string[]> {
  const entryPoints = job.sources.emulatorEntries.map((file) => ({
    in: file,
    out: path.posix.basename(file, '.entry.ts'),
  }));
  return run(entryPoints, {
    ...commonOptions(job),
    outdir: path.join(job.outputDirectory, 'emulator'),
    outExtension: { '.js': '.cjs' },
    packages: 'external',
  });
}

function commonOptions(job: BundleJob): esbuild.BuildOptions {
  return {
    absWorkingDir: job.rootDirectory,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'silent',
  };
}

async function run(
  entryPoints: string[] | { in: string; out: string }[],
  options: esbuild.BuildOptions,
): Promise<string[]> {
  if (entryPoints.length === 0) return [];
  const result = await runEsbuild({ ...options, entryPoints });
  return result.kind === 'failed' ? [...result.problems] : [];
}
