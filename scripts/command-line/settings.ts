import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { ConfigurationError } from './configuration-error';
import { parseEnvFile } from './env-file';
import { errorFacts } from './error-facts';
import { FUNCTION_SETTINGS } from './function-settings';

/** A variable that `.env` or the environment may set. */
export interface Setting {
  readonly name: string;
  /** What a value looks like. */
  readonly pattern: RegExp;
  /** The same for people, after "must be". */
  readonly shape: string;
  /** Another name that is looked at where this one is not set: Twilio's own tools read it. */
  readonly alias?: string;
}

/**
 * Every variable of the project but those of `FUNCTION_SETTINGS`; `.env.example` explains each. A pattern takes what its reader
 * takes: the Function, or Twilio where the value goes there.
 */
export const SETTINGS: readonly Setting[] = [
  { ...sid('ACCOUNT_SID', 'AC'), alias: 'TWILIO_ACCOUNT_SID' },
  {
    name: 'AUTH_TOKEN',
    pattern: /^[0-9a-f]{32}$/i,
    shape: '32 hexadecimal digits',
    alias: 'TWILIO_AUTH_TOKEN',
  },
  { ...sid('API_KEY', 'SK'), alias: 'TWILIO_API_KEY' },
  {
    name: 'API_KEY_SECRET',
    pattern: /^[A-Za-z0-9]{20,64}$/,
    shape: '20 to 64 letters and digits',
    alias: 'TWILIO_API_SECRET',
  },
  { name: 'TWILIO_REGION', pattern: /^[a-z]{2}\d$/, shape: 'a region such as "us1" or "ie1"' },
  { name: 'TWILIO_EDGE', pattern: /^[a-z][a-z-]{1,30}$/, shape: 'an edge such as "dublin"' },
  sid('VERIFY_SERVICE_SID', 'VA'),
  sid('SYNC_SERVICE_SID', 'IS'),
  sid('SERVERLESS_SERVICE_SID', 'ZS'),
  sid('VERIFY_SUBFLOW_SID', 'FW'),
  sid('PARENT_FLOW_SID', 'FW'),
  // https://www.twilio.com/docs/api/errors/60200
  {
    name: 'VERIFY_FRIENDLY_NAME',
    pattern: /^(?!(?:.*\d){5})[^\s].{0,29}$/,
    shape: '1 to 30 characters, with at most 4 digits',
  },
  // https://www.twilio.com/docs/verify/api/service-rate-limits
  {
    name: 'VERIFY_RATE_LIMIT',
    pattern: /^[A-Za-z0-9_.-]{1,64}$/,
    shape: '1 to 64 letters, digits, "_", "-" or "."',
  },
  { name: 'LOOKUP_LINE_TYPE', pattern: /^(true|false)$/i, shape: '"true" or "false"' },
  { name: 'OTP_BY_REPLY', pattern: /^(true|false)$/i, shape: '"true" or "false"' },
];

/** What only functions read is judged by their own readers; here it only has to fit into a variable of Twilio's. */
const ALL_SETTINGS: readonly Setting[] = [
  ...SETTINGS,
  // https://www.twilio.com/docs/serverless/api/resource/variable
  ...FUNCTION_SETTINGS.map((name) => ({ name, pattern: /^[^]{1,450}$/, shape: 'at most 450 characters' })),
];

/** The settings that are not blank, by name. */
export type Settings = Readonly<Record<string, string>>;

/** Where settings come from. */
export interface SettingsSources {
  /** `.env`, or what `--env` names. */
  readonly file: string;
  /** True when the user named the file: then it has to exist. */
  readonly isNamed: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Reads these variables and looks at no other; all of them by default. */
  readonly only?: readonly string[];
}

/**
 * Reads the settings; the environment wins over the file, and a blank value counts as none.
 * Throws `broken-env-file` with every unreadable line, and `invalid-setting`; neither shows a value.
 */
export async function readSettings(sources: SettingsSources): Promise<Settings> {
  const fromFile = readVariables(sources.file, await readText(sources));
  const settings: Record<string, string> = {};
  for (const setting of ALL_SETTINGS.filter(({ name }) => sources.only?.includes(name) ?? true)) {
    const [value = ''] = [sources.environment, fromFile].flatMap((place) => valueIn(place, setting) ?? []);
    if (value === '') continue;
    if (!setting.pattern.test(value)) throw invalid(setting, sources);
    settings[setting.name] = value;
  }
  return settings;
}

/** Undefined when a place does not say; blank when it says that there is none. */
function valueIn(
  place: Readonly<Record<string, string | undefined>>,
  { name, alias }: Setting,
): string | undefined {
  return (place[name] ?? (alias === undefined ? undefined : place[alias]))?.trim();
}

function sid(name: string, prefix: string): Setting {
  const pattern = new RegExp(`^${prefix}[0-9a-f]{32}$`, 'i');
  return { name, pattern, shape: `"${prefix}" and 32 hexadecimal digits` };
}

async function readText(sources: SettingsSources): Promise<string> {
  try {
    return await readFile(sources.file, 'utf8');
  } catch (error) {
    const isMissing = errorFacts(error).code === 'ENOENT';
    if (isMissing && !sources.isNamed) return '';
    const reason = isMissing ? 'there is no such file' : 'it must be a readable text file';
    throw new ConfigurationError(
      'unreadable-file',
      `Cannot read settings from "${sources.file}": ${reason}.`,
    );
  }
}

function readVariables(file: string, text: string): Settings {
  const parsed = parseEnvFile(text);
  if (parsed.kind === 'variables') return parsed.variables;
  const lines = parsed.problems.map(
    (problem) => `Cannot read ${path.basename(file)}: line ${String(problem.line)} ${problem.sentence}`,
  );
  throw new ConfigurationError('broken-env-file', lines.join('\n'));
}

function invalid(setting: Setting, sources: SettingsSources): ConfigurationError {
  const isFromEnvironment = valueIn(sources.environment, setting) !== undefined;
  const place = isFromEnvironment ? 'the environment' : path.basename(sources.file);
  return new ConfigurationError(
    'invalid-setting',
    `Cannot use ${setting.name} from ${place}: it must be ${setting.shape}; mend it, or leave it blank.`,
  );
}
