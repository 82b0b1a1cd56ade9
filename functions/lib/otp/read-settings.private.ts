import { ConfigurationError } from '../settings.private';
import type { Variables } from '../settings.private';
import { OTP_SETTINGS } from './setting-table.private';
import type { OtpSetting, OtpSettingName } from './setting-table.private';

/** Text of a setting, trimmed; its fallback when missing or blank, `undefined` when there is none. */
export function textOf(variables: Variables, name: OtpSettingName): string | undefined {
  const value = variables[name];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? (settingOf(name).fallback ?? undefined) : text;
}

/** Like `textOf`, for what the service cannot do without. */
export function neededText(variables: Variables, name: OtpSettingName): string {
  const text = textOf(variables, name);
  if (text === undefined) {
    throw new ConfigurationError('missing_variable', `The environment variable ${name} is not set.`);
  }
  return text;
}

/** A whole number within the range of its setting. */
export function numberOf(variables: Variables, name: OtpSettingName, most?: number): number {
  const [least, usualMost] = settingOf(name).range ?? [0, 0];
  const limit = Math.min(most ?? usualMost, usualMost);
  const text = neededText(variables, name);
  const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= limit) return value;
  throw malformed(name, `a whole number from ${least} to ${limit}`);
}

/** The parts of a list that commas separate; none of an empty one. */
export function listOf(text: string): readonly string[] {
  return text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

/** One of these words. */
export function wordOf<Word extends string>(
  variables: Variables,
  name: OtpSettingName,
  words: readonly Word[],
): Word {
  const text = neededText(variables, name).toLowerCase();
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw malformed(name, `one of: ${words.join(', ')}`);
  return word;
}

/** The error for a value that cannot be read; it says what belongs there and never what was found. */
export function malformed(name: OtpSettingName, belongs: string): ConfigurationError {
  return new ConfigurationError('malformed_variable', `The environment variable ${name} is not ${belongs}.`);
}

function settingOf(name: OtpSettingName): OtpSetting {
  return OTP_SETTINGS[name];
}
