import {
  bundleHash,
  manifestFile,
  readManifest,
  readManifestPath,
} from '../../../../scripts/deployment/bundle/manifest';
import { WANT, bundleOf, functionFile } from '../example-want';

const { bundle } = WANT;

describe('manifestFile', () => {
  test('is a private function that tells the hash of every file', () => {
    const manifest = manifestFile(bundle);
    expect(manifest).toMatchObject({ kind: 'function', visibility: 'private' });
    expect(readManifestPath(manifest.path)).toBe(bundle.hash);
    expect(readManifest(new TextDecoder().decode(manifest.content))).toEqual(
      Object.fromEntries(bundle.files.map((file) => [`function protected ${file.path}`, file.hash])),
    );
  });
});

describe('bundleHash', () => {
  test.each([
    ['content', bundleOf([functionFile('/check-verify'), functionFile('/start-verify', 'other')])],
    ['path', bundleOf([functionFile('/check-verify'), functionFile('/start')])],
    ['visibility', bundleOf(bundle.files.map((file) => ({ ...file, visibility: 'public' }) as const))],
    ['runtime', { ...bundle, runtime: 'node24' }],
    ['packages', { ...bundle, dependencies: { twilio: '6.3.0' } }],
  ])('changes with the %s', (_name, other) => {
    expect(bundleHash(other)).not.toBe(bundle.hash);
  });

  test('is the same whatever the order of files', () => {
    expect(bundleHash({ ...bundle, files: [...bundle.files].reverse() })).toBe(bundle.hash);
  });
});

describe('readManifest', () => {
  test.each(['', 'exports.handler = 1;', 'module.exports = {;\n', 'module.exports = [1];\n'])(
    'finds nothing in %p',
    (content) => {
      expect(readManifest(content)).toEqual({});
    },
  );
});

describe('readManifestPath', () => {
  test.each(['/start-verify', '/manifest', '/manifest-xyz', `/a/manifest-${'0'.repeat(16)}`])(
    'leaves %p alone',
    (path) => {
      expect(readManifestPath(path)).toBeNull();
    },
  );
});
