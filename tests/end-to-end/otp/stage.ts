import { readFileSync } from 'node:fs';
import path from 'node:path';

import { parseEnvFile } from '../../../scripts/command-line/env-file';
import { deployToLocal } from '../../../scripts/deployment/deploy-to-local';
import type { LocalTwilio } from '../../../scripts/emulator/local-twilio';
import { startLocalTwilio } from '../../../scripts/emulator/local-twilio';
import type { ClockKind } from '../../../scripts/emulator/time/choose-clock';
import { isVirtual } from '../../../scripts/emulator/time/virtual-clock';
import { developmentSettings } from '../../../scripts/one-time-passcodes/development-settings';

const projectDirectory = path.resolve(__dirname, '../../..');

/** The service on a local Twilio, as a client on this machine sees it. */
export interface OtpStage {
  readonly twilio: LocalTwilio;
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  readonly apiKey: string;
  /** Lines that the functions wrote. */
  readonly logs: readonly string[];
  /** POSTs JSON, to a path of the service or an address of its own; `headers` come over the usual ones. */
  readonly post: (to: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly get: (from: string) => Promise<Answer>;
  /** Waits for real work while the local Twilio's time goes on as far as that needs it. */
  readonly inTime: <T>(work: Promise<T>) => Promise<T>;
  readonly stop: () => Promise<void>;
}

/** An answer of the service, parsed. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The settings of a configuration file in `docs/otp`, without those that are left blank for the reader to fill in. */
export function readConfiguration(name: string): Readonly<Record<string, string>> {
  const file = parseEnvFile(readFileSync(path.join(projectDirectory, 'docs/otp', name), 'utf8'));
  if (file.kind === 'problems') throw new Error(file.problems.map(({ sentence }) => sentence).join('; '));
  return Object.fromEntries(Object.entries(file.variables).filter(([, value]) => value !== ''));
}

/** Deploys the project with these settings, fresh secrets and one API key to a new local Twilio. */
export async function startOtpStage(
  settings: Readonly<Record<string, string>>,
  clock: ClockKind = 'virtual',
): Promise<OtpStage> {
  const logs: string[] = [];
  const twilio = await startLocalTwilio({
    clock,
    buildMilliseconds: 0,
    onLog: ({ line }) => logs.push(line),
  });
  const { variables, apiKey = '' } = developmentSettings(settings, twilio.url);
  const builtDirectory = path.join(projectDirectory, 'dist');
  const deployed = await deployToLocal(twilio, { projectDirectory, builtDirectory, variables });
  if (deployed.status !== 'deployed') throw new Error(deployed.problems.join('\n'));
  const inTime = async <T>(work: Promise<T>): Promise<T> => {
    const { clock: time } = twilio;
    if (!isVirtual(time)) return work;
    let isOver = false;
    const ended = time.during(work).finally(() => {
      isOver = true;
    });
    const [result] = await Promise.all([ended, time.runUntil(() => isOver)]);
    return result;
  };
  const usual = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
  const send = (to: string, request: RequestInit): Promise<Answer> =>
    inTime(fetch(new URL(to, twilio.url), request).then(toAnswer));
  return {
    twilio,
    url: twilio.url,
    apiKey,
    logs,
    inTime,
    post: (to, body, headers = {}) =>
      send(to, {
        method: 'POST',
        headers: { ...usual, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (from) => send(from, { headers: { Authorization: usual.Authorization } }),
    stop: twilio.stop,
  };
}

/** Six digits in the newest text to a phone. */
export function codeOf({ twilio }: OtpStage, phoneNumber: string): string {
  const code = /\d{6,}/.exec(twilio.inbox(phoneNumber)[0]?.body ?? '')?.[0];
  if (code === undefined) throw new Error('No code was sent');
  return code;
}

/** A code that is not this one. */
export function otherThan(code: string): string {
  return code.replace(/.$/, (last) => String((Number(last) + 1) % 10));
}

/** How often each word was answered: problem codes, else statuses. */
export function countWords(answers: readonly Answer[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { body } of answers) {
    const word = String(body['code'] ?? body['status']);
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

/** The record of a request, as Sync holds it. */
export async function recordOf(
  { twilio }: OtpStage,
  requestId: unknown,
): Promise<{ tries: unknown[]; sends: unknown[] }> {
  const services = twilio.client().sync.v1.services;
  const [service] = await services.list();
  const { data } = await services(service?.sid ?? '')
    .documents(String(requestId))
    .fetch();
  return data as { tries: unknown[]; sends: unknown[] };
}

async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = { text };
  }
  return { status: response.status, headers: response.headers, body: Object.assign({}, body) };
}
