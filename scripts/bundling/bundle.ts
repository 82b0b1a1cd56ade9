import * as esbuild from 'esbuild';
import path from 'node:path';

import type { Sources } from './find-sources';

/** Where the sources are and where their bundles go; absolute paths. */
export interface BundleJob {
  readonly sources: Sources;
  readonly rootDirectory: string;
  readonly outputDirectory: string;
}

type EntryPoints = string[] | { in: string; out: string }[];

/**
 * Bundles each endpoint and each emulator entry point into one CommonJS file.
 * Answers the problems esbuild found, as sentences; none means that all files were written.
 */
export async function bundle(job: BundleJob): Promise<string[]> {
  const [endpoints, entries] = await Promise.all([bundleEndpoints(job), bundleEmulatorEntries(job)]);
  return [...endpoints, ...entries];
}

async function bundleEndpoints(job: BundleJob): Promise<string[]> {
  return run([...job.sources.endpoints], {
    ...commonOptions(job),
    outdir: path.join(job.outputDirectory, 'functions'),
    outbase: path.join(job.rootDirectory, 'functions'),
    // Twilio installs these two itself, from the build's list of dependencies.
    external: ['twilio', 'twilio/*', '@twilio/runtime-handler', '@twilio/runtime-handler/*'],
    // A cold start reads all of it. Names are kept, so that a stack trace in the debugger still says which function threw.
    minify: true,
    keepNames: true,
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

async function run(entryPoints: EntryPoints, options: esbuild.BuildOptions): Promise<string[]> {
  if (entryPoints.length === 0) return [];
  try {
    await esbuild.build({ ...options, entryPoints });
    return [];
  } catch (error) {
    if (isBuildFailure(error)) return error.errors.map(sentenceOf);
    throw error;
  }
}

function isBuildFailure(error: unknown): error is esbuild.BuildFailure {
  return typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors);
}

function sentenceOf(message: esbuild.Message): string {
  const at = message.location;
  if (at === null) return message.text;
  return `${at.file}:${String(at.line)}:${String(at.column + 1)}: ${message.text}`;
}
