import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { deployToLocal } from '../deployment/deploy-to-local';
import type { LocalTwilio, LocalTwilioOptions } from '../emulator/local-twilio';
import { startLocalTwilio } from '../emulator/local-twilio';
import { openProxyDoor } from '../emulator/proxy-door/open-proxy-door';
import { isVirtual } from '../emulator/time/virtual-clock';
import { developmentSettings } from '../one-time-passcodes/development-settings';

/** How the pages are to be served. */
export interface LocalPagesOptions {
  readonly projectDirectory: string;
  /** A finished build; by default the project is built first. */
  readonly builtDirectory?: string;
  /** Variables of the functions besides those that are needed. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Virtual by default: it goes on by itself as real time does, and `local.wait` puts it forward. */
  readonly clock?: LocalTwilioOptions['clock'];
}

/** The pages on a local Twilio, and a proxy through which a browser finds them under their real name, by https. */
export interface LocalPages {
  readonly local: LocalTwilio;
  /** `https://verify-1234.twil.io` */
  readonly origin: string;
  readonly proxyUrl: string;
  /** Asks a function as the application's server: a POST of JSON with a body, a GET without. */
  readonly askAsServer: (pathAndQuery: string, body?: object) => Promise<ServerAnswer>;
  readonly stop: () => Promise<void>;
}

/** What the application's server is answered. */
export interface ServerAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Where the application lives: a name that is reserved for examples (RFC 2606). */
export const APPLICATION_ORIGIN = 'https://app.example.com';

/** Deploys the project to a fresh local Twilio. Throws when it cannot be deployed. */
export async function openLocalPages(options: LocalPagesOptions): Promise<LocalPages> {
  const { projectDirectory, builtDirectory, clock = 'virtual' } = options;
  const { variables, apiKey = '' } = developmentSettings({
    WEB_RETURN_ORIGINS: APPLICATION_ORIGIN,
    WEB_BRAND_NAME: 'Example Bank',
    ...options.variables,
  });
  const local = await startLocalTwilio({ clock });
  const folder = await mkdtemp(path.join(tmpdir(), 'hosted-page-'));
  const deployed = await deployToLocal(local, {
    projectDirectory,
    variables,
    ...(builtDirectory === undefined ? {} : { builtDirectory }),
  });
  if (deployed.status !== 'deployed') throw new Error(deployed.problems.join('\n'));
  const domain = deployed.outputs.environment?.domain ?? '';
  // The certificate is the computer's own matter, and so is its time.
  const door = await openProxyDoor({ twilioPort: local.port, folder, now: Date.now() });
  const stopTime = isVirtual(local.clock) ? letTimePass(local) : (): Promise<void> => Promise.resolve();
  return {
    local,
    origin: `https://${domain}`,
    proxyUrl: door.url,
    askAsServer: (pathAndQuery, body) => ask({ local, domain, apiKey }, pathAndQuery, body),
    stop: async () => {
      await stopTime();
      await door.stop();
      await local.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const TICK_MILLISECONDS = 20;

/** A function may pause for a moment, and nobody who clicks in a browser would let that moment pass. */
function letTimePass(local: LocalTwilio): () => Promise<void> {
  const state = { isOver: false };
  const passing = (async (): Promise<void> => {
    while (!state.isOver) {
      await delay(TICK_MILLISECONDS);
      await local.wait(TICK_MILLISECONDS);
    }
  })();
  return () => {
    state.isOver = true;
    return passing;
  };
}

interface Server {
  readonly local: LocalTwilio;
  readonly domain: string;
  readonly apiKey: string;
}

async function ask(
  { local, domain, apiKey }: Server,
  pathAndQuery: string,
  body: object | undefined,
): Promise<ServerAnswer> {
  const answer = await local.functions.request({
    method: body === undefined ? 'GET' : 'POST',
    domain,
    path: pathAndQuery,
    headers: {
      authorization: `Bearer ${apiKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? '' : JSON.stringify(body),
  });
  const json: unknown = JSON.parse(answer.body);
  return { status: answer.status, body: Object.fromEntries(Object.entries(Object(json) as object)) };
}
