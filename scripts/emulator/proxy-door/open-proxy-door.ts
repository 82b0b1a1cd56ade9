import type { Account } from '../entities/account';
import type { Milliseconds } from '../time/clock';
import { keepCertificate } from './keep-certificate';
import { type ProxyDoor, startProxyDoor } from './proxy-door';

/** Where a door is to be and what it leads to. */
export interface DoorPlace {
  /** Where the local Twilio listens on 127.0.0.1. */
  readonly twilioPort: number;
  /** Where the certificate is kept; Git must ignore it. */
  readonly folder: string;
  /** The computer's own time, not the local Twilio's. */
  readonly now: Milliseconds;
  /** Where the door listens on 127.0.0.1; a free port by default. */
  readonly port?: number;
}

/** A door with everything that its users have to know. */
export interface OpenDoor extends ProxyDoor {
  /** The absolute path of the certificate that programs have to trust. */
  readonly authorityFile: string;
  /** What to set in the environment of a program, by name. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Starts a proxy door with the certificate of a folder. Throws what the file system throws, and `EADDRINUSE`. */
export async function openProxyDoor({ folder, now, ...place }: DoorPlace): Promise<OpenDoor> {
  const certificate = await keepCertificate(folder, now);
  const { authorityFile } = certificate;
  const door = await startProxyDoor({ ...place, certificate });
  return { ...door, authorityFile, variables: variablesFor(door.url, authorityFile) };
}

/**
 * Every variable that a common client reads. Twilio's Node SDK takes its proxy from HTTP_PROXY, in capitals, though it
 * asks by HTTPS; nearly everybody else from HTTPS_PROXY. Node adds its file to the authorities it knows, the others
 * replace theirs: harmless, as the door leads nowhere else.
 */
function variablesFor(url: string, authorityFile: string): Record<string, string> {
  return {
    HTTP_PROXY: url,
    HTTPS_PROXY: url,
    NODE_EXTRA_CA_CERTS: authorityFile,
    SSL_CERT_FILE: authorityFile,
    REQUESTS_CA_BUNDLE: authorityFile,
    CURL_CA_BUNDLE: authorityFile,
  };
}

/** What to type in a shell before the program, a line each: the door's variables, and whom Twilio's own clients log in as. */
export function describeDoor({ variables }: OpenDoor, account: Account): string[] {
  const login = { TWILIO_ACCOUNT_SID: account.sid, TWILIO_AUTH_TOKEN: account.authToken };
  return Object.entries({ ...variables, ...login }).map(([name, value]) => `export ${name}=${quoted(value)}`);
}

function quoted(text: string): string {
  return /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
