import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { VALID_FOR } from '../../../../scripts/emulator/proxy-door/issue-certificate';
import { keepCertificate, RENEWED_BEFORE } from '../../../../scripts/emulator/proxy-door/keep-certificate';

const NOW = Date.UTC(2026, 0, 15, 12);

describe('keepCertificate', () => {
  let parent: string;
  let folder: string;
  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'certificate-'));
    folder = path.join(parent, '.local-twilio');
  });
  afterEach(() => rm(parent, { recursive: true }));

  const files = async (): Promise<string[]> => (await readdir(folder)).sort();
  const secretFile = (): string => path.join(folder, 'proxy-door-secret.pem');

  test('makes the folder, the secret and what to trust', async () => {
    const kept = await keepCertificate(folder, NOW);
    expect(await files()).toEqual(['cert.pem', 'proxy-door-secret.pem']);
    expect(kept.authorityFile).toBe(path.join(folder, 'cert.pem'));
    expect(await readFile(kept.authorityFile, 'utf8')).toBe(kept.authority);
  });

  test('lets nobody else read the key', async () => {
    const { key, authorityFile } = await keepCertificate(folder, NOW);
    expect((await stat(secretFile())).mode & 0o077).toBe(0);
    expect(await readFile(secretFile(), 'utf8')).toContain(key);
    expect(await readFile(authorityFile, 'utf8')).not.toContain('PRIVATE');
  });

  test('keeps what is there until thirty days before its end', async () => {
    const first = await keepCertificate(folder, NOW);
    expect(await keepCertificate(folder, NOW + VALID_FOR - RENEWED_BEFORE - 1)).toEqual(first);
  });

  test('makes a new one thirty days before the end', async () => {
    const first = await keepCertificate(folder, NOW);
    const second = await keepCertificate(folder, NOW + VALID_FOR - RENEWED_BEFORE);
    expect(second.key).not.toBe(first.key);
    expect(await readFile(second.authorityFile, 'utf8')).toBe(second.authority);
    expect(await files()).toHaveLength(2);
  });

  test('makes a new one when the clock stands before it', async () => {
    const first = await keepCertificate(folder, NOW);
    expect((await keepCertificate(folder, NOW - VALID_FOR)).key).not.toBe(first.key);
  });

  test('writes a lost public file again', async () => {
    const first = await keepCertificate(folder, NOW);
    await rm(first.authorityFile);
    expect(await keepCertificate(folder, NOW)).toEqual(first);
    expect(await readFile(first.authorityFile, 'utf8')).toBe(first.authority);
  });

  test.each([
    ['an empty file', () => ''],
    ['half of it', (text: string) => text.slice(0, text.length / 2)],
    ['nonsense between the lines', (text: string) => text.replace(/^M\S+$/gm, 'AAAA')],
  ])('makes a new one in place of %s', async (_what, damage) => {
    const first = await keepCertificate(folder, NOW);
    await writeFile(secretFile(), damage(await readFile(secretFile(), 'utf8')));
    const second = await keepCertificate(folder, NOW);
    expect(second.key).not.toBe(first.key);
    expect(await keepCertificate(folder, NOW)).toEqual(second);
  });

  test('makes a new one when key and certificate do not fit', async () => {
    const first = await keepCertificate(folder, NOW);
    const other = await keepCertificate(path.join(parent, 'other'), NOW);
    await writeFile(secretFile(), other.key + first.certificate + first.authority);
    const { key } = await keepCertificate(folder, NOW);
    expect([first.key, other.key]).not.toContain(key);
  });
});
