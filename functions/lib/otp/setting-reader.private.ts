import { ConfigurationError } from '../settings.private';
import type { Variables } from '../settings.private';

/** One environment variable of the one-time-passcode service. What it means stands in `functions/otp/README.md`, not in each bundle. */
export interface OtpSetting {
  /** What counts when the variable is missing or blank; null: nothing, which is either an error or switches something off. */
  readonly fallback: string | null;
  /** For whole numbers: the least and the most that make sense. */
  readonly range?: readonly [least: number, most: number];
}

/** Reads the settings of a table. All but `textOf` throw `ConfigurationError` when one is missing or malformed. */
export interface SettingReader<Name extends string> {
  /** Text of a setting, trimmed; its fallback when missing or blank, `undefined` when there is none. */
  readonly textOf: (variables: Variables, name: Name) => string | undefined;
  /** Like `textOf`, for what the service cannot do without. */
  readonly neededText: (variables: Variables, name: Name) => string;
  /** A whole number within the range of its setting, and at most `most`. */
  readonly numberOf: (variables: Variables, name: Name, most?: number) => number;
  /** One of these words, in small letters. */
  readonly wordOf: <Word extends string>(variables: Variables, name: Name, words: readonly Word[]) => Word;
}

/** Reads one table: who needs a few settings does not load all others. */
export function settingReader<Name extends string>(
  table: Readonly<Record<Name, OtpSetting>>,
): SettingReader<Name> {
  const textOf = (variables: Variables, name: Name): string | undefined => {
    const value = variables[name];
    const text = typeof value === 'string' ? value.trim() : '';
    return text === '' ? (table[name].fallback ?? undefined) : text;
  };
  const neededText = (variables: Variables, name: Name): string => {
    const text = textOf(variables, name);
    if (text !== undefined) return text;
    throw new ConfigurationError('missing_variable', `The environment variable ${name} is not set.`);
  };
  return {
    textOf,
    neededText,
    numberOf: (variables, name, most) => {
      const [least, usualMost] = table[name].range ?? [0, 0];
      const limit = Math.min(most ?? usualMost, usualMost);
      const text = neededText(variables, name);
      const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= least && value <= limit) return value;
      throw malformed(name, `a whole number from ${least} to ${limit}`);
    },
    wordOf: (variables, name, words) => {
      const text = neededText(variables, name).toLowerCase();
      const word = words.find((candidate) => candidate === text);
      if (word === undefined) throw malformed(name, `one of: ${words.join(', ')}`);
      return word;
    },
  };
}

/** The parts of a list that commas separate; none of an empty one. */
export function listOf(text: string): readonly string[] {
  return text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

/** The error for a value that cannot be read; it says what belongs there and never what was found. */
export function malformed(name: string, belongs: string): ConfigurationError {
  return new ConfigurationError('malformed_variable', `The environment variable ${name} is not ${belongs}.`);
}
