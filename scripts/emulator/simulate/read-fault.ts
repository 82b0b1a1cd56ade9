import { isJsonObject } from '../../../studio/model/json';
import type { Fault, FaultEffect } from './faults';

/** A fault that was asked for, or what is wrong with how it was asked for: one sentence. */
export type FaultReading =
  { readonly kind: 'fault'; readonly fault: Fault } | { readonly kind: 'problem'; readonly problem: string };

/**
 * Reads a fault from JSON, for programs outside: the keys of `Fault`, with `path` as the source of a regular expression.
 */
export function readFault(json: unknown): FaultReading {
  if (!isJsonObject(json)) return problem('A fault is a JSON object with an "effect"');
  const effect = readEffect(json['effect']);
  if (effect === null) return problem(EFFECTS);
  const wrong = KEYS.find(({ key, isRight }) => json[key] !== undefined && !isRight(json[key]));
  if (wrong !== undefined) return problem(`"${wrong.key}" must be ${wrong.shape}`);
  const { host, method, path, after, times } = json;
  return {
    kind: 'fault',
    fault: {
      ...(typeof host === 'string' && { host }),
      ...(typeof method === 'string' && { method }),
      ...(typeof path === 'string' && { path: new RegExp(path) }),
      ...(typeof after === 'number' && { after }),
      ...(typeof times === 'number' && { times }),
      effect,
    },
  };
}

interface Key {
  readonly key: string;
  readonly isRight: (value: unknown) => boolean;
  readonly shape: string;
}

/** What may stand beside the effect. */
const KEYS: readonly Key[] = [
  { key: 'host', isRight: isText, shape: 'a host, as in "verify.twilio.com"' },
  { key: 'method', isRight: isText, shape: 'a method in capitals, as in "POST"' },
  { key: 'path', isRight: isPattern, shape: 'a regular expression, as in "/Verifications$"' },
  { key: 'after', isRight: (value) => isWholeFrom(0, value), shape: 'a whole number from 0 on' },
  { key: 'times', isRight: (value) => isWholeFrom(1, value), shape: 'a whole number from 1 on' },
];

const EFFECTS =
  '"effect" must be one of {"kind": "answer", "status": 500, "code": 20500, "message": "…"}, {"kind": "delay", "milliseconds": 2000}, {"kind": "cut-before"} and {"kind": "cut-after"}';

function readEffect(json: unknown): FaultEffect | null {
  if (!isJsonObject(json)) return null;
  const { kind, status, code, message, milliseconds } = json;
  switch (kind) {
    case 'cut-before':
    case 'cut-after':
      return { kind };
    case 'delay':
      return isWholeFrom(0, milliseconds) ? { kind, milliseconds } : null;
    case 'answer':
      if (!isWholeFrom(400, status) || status > 599) return null;
      return { kind, status, code: isWholeFrom(1, code) ? code : status, message: messageOf(message) };
    default:
      return null;
  }
}

function messageOf(value: unknown): string {
  return isText(value) ? value : 'A fault that was switched on';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isWholeFrom(least: number, value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least;
}

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return new RegExp(value) instanceof RegExp;
  } catch {
    return false;
  }
}

function problem(text: string): FaultReading {
  return { kind: 'problem', problem: `${text}.` };
}
