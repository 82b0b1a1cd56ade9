import type { OtpSetting } from './setting-reader.private';

/** The settings that a proof takes, which the IVR reads as well: a part of `OTP_SETTINGS`. */
export const PROOF_SETTINGS = {
  /** Where clients reach the service, when that is not its own domain: a domain of yours, or loopback; the `iss` of a proof. */
  OTP_ORIGIN: { fallback: null },
  /** Base64url of a private JWK (EC, P-256); without it there is no proof token. */
  OTP_SIGNING_KEY: { fallback: null },
  /** Base64url of a JSON list of public JWKs that are still published. */
  OTP_RETIRED_KEYS: { fallback: null },
  /** `aud` of a proof; the name of the API key without it. */
  OTP_PROOF_AUDIENCE: { fallback: null },
  /** How long a proof is valid. */
  OTP_PROOF_SECONDS: { fallback: '300', range: [30, 3600] },
  /** `sub` of a proof: `hash` (hexadecimal SHA-256 of `jti:number`) or `whole`. */
  OTP_PROOF_NUMBER: { fallback: 'hash' },
} as const satisfies Readonly<Record<string, OtpSetting>>;

/** Name of a setting of the proof. */
export type ProofSettingName = keyof typeof PROOF_SETTINGS;
