import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { BuildOptions } from './build-project';
import { declarationsOf } from './library-types';
import { replaceDirectory } from './replace-directory';
import { runEsbuild } from './run-esbuild';

/** The door of the library, and the command that the package brings along. */
const ENTRIES = { studio: 'scripts/library/studio.entry.ts', command: 'scripts/studio.ts' };

/**
 * Builds what `npm pack` packs: the library and the command as one file each, with everything that they use inside, the
 * declarations of the library, and the licences of what is inside. Nothing has to be installed beside them, because
 * `dependencies` of this project are what Twilio installs for the Functions. Answers problems as sentences; none: it is there.
 */
export async function buildLibrary({ rootDirectory, outputDirectory }: BuildOptions): Promise<string[]> {
  await mkdir(path.dirname(outputDirectory), { recursive: true });
  const workDirectory = await mkdtemp(`${outputDirectory}.building-`);
  try {
    const bundled = await runEsbuild({
      absWorkingDir: rootDirectory,
      entryPoints: ENTRIES,
      outdir: workDirectory,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      keepNames: true,
      metafile: true,
      logLevel: 'silent',
    });
    if (bundled.kind === 'failed') return [...bundled.problems];
    await writeDeclarations(rootDirectory, workDirectory);
    await copyLicences(rootDirectory, workDirectory, Object.keys(bundled.metafile?.inputs ?? {}));
    await replaceDirectory(outputDirectory, workDirectory);
    return [];
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
}

async function writeDeclarations(rootDirectory: string, workDirectory: string): Promise<void> {
  for (const [file, text] of declarationsOf(rootDirectory, ENTRIES.studio)) {
    const target = path.join(workDirectory, 'types', file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const door = `./types/${ENTRIES.studio.replace(/\.ts$/, '')}`;
  await writeFile(path.join(workDirectory, 'studio.d.ts'), `export * from '${door}';\n`);
}

/** Whoever passes on other people's code passes on their licence with it. */
async function copyLicences(
  rootDirectory: string,
  workDirectory: string,
  inputs: readonly string[],
): Promise<void> {
  const packages = new Set(
    inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  );
  await mkdir(path.join(workDirectory, 'licences'), { recursive: true });
  for (const name of packages) {
    const folder = path.join(rootDirectory, 'node_modules', name);
    const licence = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
    if (licence === undefined)
      throw new Error(`The package "${name}" has no licence that could be passed on`);
    const target = `${name.replace('/', '-')}.txt`;
    await copyFile(path.join(folder, licence), path.join(workDirectory, 'licences', target));
  }
}
