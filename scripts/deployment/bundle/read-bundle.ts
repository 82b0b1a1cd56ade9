import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

import { isJsonObject } from '../../../studio/model/json';
import type { Bundle, BundleFile, Visibility } from './bundle';
import { bundleHash, hashOf } from './manifest';

/**
 * What functions are built for: the default of Twilio
 * (https://www.twilio.com/en-us/changelog/node-js-v24-is-now-available-for-twilio-functions).
 */
const RUNTIME = 'node22';

/** Where the files of a bundle come from; absolute paths. */
export interface BundleSources {
  /** What the build wrote: a folder with `functions/` and `assets/`, named as twilio-run expects. */
  readonly builtDirectory: string;
  /** The folder with `package.json`, whose `dependencies` Twilio installs. */
  readonly projectDirectory: string;
}

/** Reads a built project as one bundle. Throws when the folders cannot be read: then nothing was built. */
export async function readBundle({ builtDirectory, projectDirectory }: BundleSources): Promise<Bundle> {
  const files = await Promise.all([
    readKind('function', path.join(builtDirectory, 'functions')),
    readKind('asset', path.join(builtDirectory, 'assets')),
  ]);
  const dependencies = await readDependencies(path.join(projectDirectory, 'package.json'));
  const bundle = { files: files.flat(), runtime: RUNTIME, dependencies };
  return { ...bundle, hash: bundleHash(bundle) };
}

async function readKind(kind: BundleFile['kind'], folder: string): Promise<BundleFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && (kind === 'asset' || entry.name.endsWith('.js')))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  return Promise.all(
    names.map(async (name): Promise<BundleFile> => {
      const content = new Uint8Array(await readFile(path.join(folder, name)));
      const urlName = name.split(path.sep).join('/');
      return { kind, ...placeOf(kind, urlName), content, hash: hashOf(content) };
    }),
  );
}

/** `x.protected.js` is the function `/x`, protected; `logo.private.png` the asset `/logo.png`, private. */
function placeOf(
  kind: BundleFile['kind'],
  name: string,
): Pick<BundleFile, 'path' | 'visibility' | 'contentType'> {
  const { dir, name: stem, ext } = path.posix.parse(name);
  const [, mark] = /\.(protected|private)$/.exec(stem) ?? [];
  const visibility: Visibility = mark === 'protected' || mark === 'private' ? mark : 'public';
  const bare = mark === undefined ? stem : stem.slice(0, -mark.length - 1);
  return {
    path: path.posix.join('/', dir, kind === 'function' ? bare : bare + ext),
    visibility,
    contentType: CONTENT_TYPES[ext] ?? 'application/octet-stream',
  };
}

/** Twilio serves an asset with the type that it was uploaded with. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'application/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.woff2': 'font/woff2',
};

async function readDependencies(file: string): Promise<Record<string, string>> {
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  const dependencies = isJsonObject(json) ? json['dependencies'] : undefined;
  if (!isJsonObject(dependencies)) return {};
  return Object.fromEntries(
    Object.entries(dependencies).flatMap(([name, version]) =>
      typeof version === 'string' ? [[name, version]] : [],
    ),
  );
}
