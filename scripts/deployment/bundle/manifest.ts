import { createHash } from 'node:crypto';

import { isJsonObject } from '../../../studio/model/json';
import type { Bundle, BundleFile } from './bundle';
import { fileKey } from './bundle';
import { stableJson } from '../versions/stable-json';

/** Hash by `fileKey` of every file of a build. */
export type FileHashes = Readonly<Record<string, string>>;

/** The friendly name of the function that holds the manifests. */
export const MANIFEST_NAME = '/manifest';

const PATH = /^\/manifest-([0-9a-f]{16})$/;
const CONTENT = /^module\.exports = (.*);\n$/s;

/** Sixteen hexadecimal digits that tell one content from another. */
export function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** The hash of a bundle, from all that decides what runs. */
export function bundleHash({ files, runtime, dependencies }: Omit<Bundle, 'hash'>): string {
  return hashOf(stableJson({ files: hashesOf(files), runtime, dependencies }));
}

/**
 * A file that goes into every build and tells what the build was made of: its path has the hash of the bundle, so that one
 * look at a build shows whether anything changed, and its content has the hash of every file. A private function, because
 * nobody can reach it by a request and the API gives its content back
 * (https://www.twilio.com/docs/serverless/api/resource/function-version/content); that of an asset it does not.
 */
export function manifestFile(bundle: Bundle): BundleFile {
  const content = new TextEncoder().encode(`module.exports = ${stableJson(hashesOf(bundle.files))};\n`);
  return {
    kind: 'function',
    path: `/manifest-${bundle.hash}`,
    visibility: 'private',
    contentType: 'application/javascript',
    content,
    hash: hashOf(content),
  };
}

/** The bundle's hash in the path of a manifest; null for any other path. */
export function readManifestPath(path: string): string | null {
  return PATH.exec(path)?.[1] ?? null;
}

/** What a manifest says; empty when it is none, so that every file counts as changed. */
export function readManifest(content: string): FileHashes {
  const [, json] = CONTENT.exec(content) ?? [];
  const value = json === undefined ? undefined : parse(json);
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, hash]) => (typeof hash === 'string' ? [[key, hash]] : [])),
  );
}

function hashesOf(files: readonly BundleFile[]): FileHashes {
  return Object.fromEntries(files.map((file) => [fileKey(file), file.hash]));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
