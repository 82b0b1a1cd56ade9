import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Milliseconds } from '../time/clock';
import { type Certificate, CERTIFIED_NAMES, issueCertificate } from './issue-certificate';

/** A certificate that is on disk, and the file that programs are pointed at. */
export interface KeptCertificate extends Certificate {
  /** The absolute path of `authority`: what goes into `NODE_EXTRA_CA_CERTS`. Never the key's. */
  readonly authorityFile: string;
}

/** A certificate that ends sooner is made anew: nobody who starts today is to fail next week. */
export const RENEWED_BEFORE: Milliseconds = 30 * 24 * 60 * 60 * 1000;

/**
 * The certificate of a folder, made when there is none, and made anew when it is damaged or ends within 30 days. `now` is
 * the computer's own time, also when the local Twilio's is virtual: programs judge certificates by theirs. Throws what
 * the file system throws.
 */
export async function keepCertificate(folder: string, now: Milliseconds): Promise<KeptCertificate> {
  const kept = parse(await readIfThere(path.join(folder, SECRET_FILE)));
  const certificate = kept !== null && isGood(kept, now) ? kept : issueCertificate(now);
  const authorityFile = path.resolve(folder, AUTHORITY_FILE);
  if (certificate !== kept) await write(path.join(folder, SECRET_FILE), toText(certificate), 0o600);
  if ((await readIfThere(authorityFile)) !== certificate.authority)
    await write(authorityFile, certificate.authority, 0o644);
  return { ...certificate, authorityFile };
}

/** All three together, so that a start that was cut short leaves no halves that do not fit. */
const SECRET_FILE = 'proxy-door-secret.pem';

const AUTHORITY_FILE = 'cert.pem';

function toText({ key, certificate, authority }: Certificate): string {
  return key + certificate + authority;
}

function parse(text: string | null): Certificate | null {
  const [key, certificate, authority] = text?.match(/-----BEGIN [^]+?-----END [A-Z ]+-----\n/g) ?? [];
  if (key === undefined || certificate === undefined || authority === undefined) return null;
  return { key, certificate, authority };
}

function isGood(kept: Certificate, now: Milliseconds): boolean {
  try {
    const leaf = new X509Certificate(kept.certificate);
    return (
      Date.parse(leaf.validFrom) <= now &&
      Date.parse(leaf.validTo) - now > RENEWED_BEFORE &&
      CERTIFIED_NAMES.every((name) => leaf.checkHost(name.replace('*', 'any')) !== undefined) &&
      leaf.checkPrivateKey(createPrivateKey(kept.key)) &&
      leaf.verify(new X509Certificate(kept.authority).publicKey)
    );
  } catch {
    // Not the text of a certificate or a key: somebody else's doing, mended by new ones.
    return false;
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === 'ENOENT') return null;
    throw error;
  }
}

/** Whoever reads the file meanwhile sees the old one or the new one, whole. */
async function write(file: string, text: string, mode: number): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${String(process.pid)}`;
  await writeFile(draft, text, { mode });
  await rename(draft, file);
}
