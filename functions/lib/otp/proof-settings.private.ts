import { createECDH } from 'node:crypto';

import type { Variables } from '../settings.private';
import { PROOF_SETTINGS } from './proof-setting-table.private';
import type { ProofSettingName } from './proof-setting-table.private';
import { malformed, settingReader } from './setting-reader.private';

/** A point of P-256, as RFC 7517 writes it. */
export interface PublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** The same with its secret. */
export interface PrivateKey extends PublicKey {
  readonly d: string;
}

/** How proof tokens are made. */
export interface ProofSettings {
  readonly key: PrivateKey;
  /** Not used any more, but tokens of theirs may be about. */
  readonly retired: readonly PublicKey[];
  readonly audience?: string;
  readonly seconds: number;
  readonly number: 'hash' | 'whole';
}

const { textOf, numberOf, wordOf } = settingReader(PROOF_SETTINGS);

const COORDINATE = /^[\w-]{43}$/;

/** Reads the settings of the proof; `undefined` without a signing key. */
export function readProofSettings(variables: Variables): ProofSettings | undefined {
  const text = textOf(variables, 'OTP_SIGNING_KEY');
  if (text === undefined) return undefined;
  const key = parse(text, 'OTP_SIGNING_KEY');
  const [point, d] = [publicPart(key), textIn(key, 'd')];
  if (point === undefined || !COORDINATE.test(d) || !belongTogether(point, d)) {
    throw malformed('OTP_SIGNING_KEY', 'base64url of a private JWK of the curve P-256');
  }
  const audience = textOf(variables, 'OTP_PROOF_AUDIENCE');
  return {
    key: { ...point, d },
    retired: readRetired(variables),
    ...(audience === undefined ? {} : { audience }),
    seconds: numberOf(variables, 'OTP_PROOF_SECONDS'),
    number: wordOf(variables, 'OTP_PROOF_NUMBER', ['hash', 'whole']),
  };
}

/** Whether a point is that of a secret: found out before a code is spent on a proof that cannot be signed, or not be checked. */
function belongTogether({ x, y }: PublicKey, d: string): boolean {
  const curve = createECDH('prime256v1');
  try {
    curve.setPrivateKey(d, 'base64url');
  } catch {
    return false;
  }
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return curve.getPublicKey().equals(point);
}

function readRetired(variables: Variables): readonly PublicKey[] {
  const text = textOf(variables, 'OTP_RETIRED_KEYS');
  if (text === undefined) return [];
  const list = parse(text, 'OTP_RETIRED_KEYS');
  const keys = Array.isArray(list) ? list.map(publicPart) : [undefined];
  return keys.map((key) => {
    if (key === undefined)
      throw malformed('OTP_RETIRED_KEYS', 'base64url of a JSON list of JWKs of the curve P-256');
    return key;
  });
}

/** Only what may be published, whatever else is there. */
function publicPart(value: unknown): PublicKey | undefined {
  const [x, y] = [textIn(value, 'x'), textIn(value, 'y')];
  const isCurve = textIn(value, 'kty') === 'EC' && textIn(value, 'crv') === 'P-256';
  return isCurve && COORDINATE.test(x) && COORDINATE.test(y) ? { kty: 'EC', crv: 'P-256', x, y } : undefined;
}

function textIn(value: unknown, name: string): string {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof text === 'string' ? text : '';
}

function parse(text: string, name: ProofSettingName): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return value;
  } catch {
    throw malformed(name, 'base64url of JSON');
  }
}
