import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { ConfigurationError } from './configuration-error';
import { parseEnvFile } from './env-file';
import { errorFacts } from './error-facts';

/** A variable that `.env` or the environment may set. */
export interface Setting {
  readonly name: string;
  /** What a value looks like. */
  readonly pattern: RegExp;
  /** The same for people, after "must be". */
  readonly shape: string;
}

/**
 * Every variable of the project; `.env.example` explains each. A pattern takes what its reader takes: the Function, or
 * Twilio where the value goes there.
 */
export const SETTINGS: readonly Setting[] = [
  { name: 'ACCOUNT_SID', pattern: /^AC[0-9a-f]{32}$/i, shape: '"AC" and 32 hexadecimal digits' },
  { name: 'AUTH_TOKEN', pattern: /^[0-9a-f]{32}$/i, shape: '32 hexadecimal digits' },
  { name: 'VERIFY_SERVICE_SID', pattern: /^VA[0-9a-f]{32}$/i, shape: '"VA" and 32 hexadecimal digits' },
  // https://www.twilio.com/docs/verify/api/service-rate-limits
  {
    name: 'VERIFY_RATE_LIMIT',
    pattern: /^[A-Za-z0-9_.-]{1,64}$/,
    shape: '1 to 64 letters, digits, "_", "-" or "."',
  },
  { name: 'LOOKUP_LINE_TYPE', pattern: /^(true|false)$/i, shape: '"true" or "false"' },
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
  for (const setting of SETTINGS.filter(({ name }) => sources.only?.includes(name) ?? true)) {
    const value = (sources.environment[setting.name] ?? fromFile[setting.name] ?? '').trim();
    if (value === '') continue;
    if (!setting.pattern.test(value)) throw invalid(setting, sources);
    settings[setting.name] = value;
  }
  return settings;
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
  const isFromEnvironment = sources.environment[setting.name] !== undefined;
  const place = isFromEnvironment ? 'the environment' : path.basename(sources.file);
  return new ConfigurationError(
    'invalid-setting',
    `Cannot use ${setting.name} from ${place}: it must be ${setting.shape}; mend it, or leave it blank.`,
  );
}
