import { ConfigurationError } from '../settings.private';
import type { Variables } from '../settings.private';
import { WEB_SETTINGS } from './setting-table.private';
import type { WebSetting, WebSettingName } from './setting-table.private';

/** Text of a setting, trimmed; its fallback when missing or blank, `undefined` when there is none. */
export function webText(variables: Variables, name: WebSettingName): string | undefined {
  const value = variables[name];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? (settingOf(name).fallback ?? undefined) : text;
}

/** Like `webText`, for what the page cannot do without. */
export function neededWebText(variables: Variables, name: WebSettingName): string {
  const text = webText(variables, name);
  if (text === undefined) {
    throw new ConfigurationError('missing_variable', `The environment variable ${name} is not set.`);
  }
  return text;
}

/** A whole number within the range of its setting. */
export function webNumber(variables: Variables, name: WebSettingName): number {
  const [least, most] = settingOf(name).range ?? [0, 0];
  const text = neededWebText(variables, name);
  const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw malformedWeb(name, `a whole number from ${least} to ${most}`);
}

/** The error for a value that cannot be read; it says what belongs there and never what was found. */
export function malformedWeb(name: WebSettingName, belongs: string): ConfigurationError {
  return new ConfigurationError('malformed_variable', `The environment variable ${name} is not ${belongs}.`);
}

function settingOf(name: WebSettingName): WebSetting {
  return WEB_SETTINGS[name];
}
