import { copyFile, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import type { BuildReport, BuiltFile } from './build-report';
import { bundle } from './bundle';
import { findSources, urlPathOf } from './find-sources';
import type { Sources } from './find-sources';
import { replaceDirectory } from './replace-directory';

/** Where to build from and to. The output folder is replaced as a whole. */
export interface BuildOptions {
  /** Absolute path of the project: the folder with `functions/` and `assets/`. */
  readonly rootDirectory: string;
  /** Absolute path, on the same file system as its parent folder: usually `dist` in the project. */
  readonly outputDirectory: string;
}

/**
 * Builds what Twilio runs and serves (`functions/`, `assets/`) and the local Twilio's own processes (`emulator/`).
 * A mistake in a source is a `failed` report, and the output folder stays as it was; a disk that cannot be written throws.
 */
export async function buildProject(options: BuildOptions): Promise<BuildReport> {
  const sources = findSources(options.rootDirectory);
  const clashes = findClashes(sources.endpoints);
  if (clashes.length > 0) return { status: 'failed', problems: clashes };

  await mkdir(path.dirname(options.outputDirectory), { recursive: true });
  const workDirectory = await mkdtemp(`${options.outputDirectory}.building-`);
  try {
    const problems = await bundle({ ...options, sources, outputDirectory: workDirectory });
    if (problems.length > 0) return { status: 'failed', problems };
    await copyAssets(options.rootDirectory, workDirectory, sources);
    const files = await listFiles(workDirectory);
    await replaceDirectory(options.outputDirectory, workDirectory);
    return { status: 'built', outputDirectory: options.outputDirectory, files };
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
}

/** Twilio refuses a build in which two functions have one path; says so before anything is uploaded. */
function findClashes(endpoints: readonly string[]): string[] {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  for (const endpoint of endpoints) {
    const url = urlPathOf(endpoint);
    const owner = owners.get(url);
    if (owner === undefined) owners.set(url, endpoint);
    else
      problems.push(`Cannot build "${endpoint}": "${owner}" answers at ${url} already; rename one of them`);
  }
  return problems;
}

async function copyAssets(rootDirectory: string, outputDirectory: string, sources: Sources): Promise<void> {
  // twilio-run refuses to start without the two folders, even when they would be empty.
  await mkdir(path.join(outputDirectory, 'assets'), { recursive: true });
  await mkdir(path.join(outputDirectory, 'functions'), { recursive: true });
  for (const asset of sources.assets) {
    const target = path.join(outputDirectory, asset);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(path.join(rootDirectory, asset), target);
  }
}

async function listFiles(directory: string): Promise<BuiltFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const built = await Promise.all(
    files.map(async (file) => ({
      path: path.relative(directory, file).split(path.sep).join('/'),
      bytes: (await stat(file)).size,
    })),
  );
  return built.sort((a, b) => (a.path < b.path ? -1 : 1));
}
