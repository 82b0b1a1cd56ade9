import { isJsonObject, type Json, type JsonObject } from '../model/json';
import type { FlowResult } from '../scripting/flow-result';
import { align, type Aligned } from './align';
import { PARTS, type Expectation, type Part } from './flow-test';
import { isList, matcherOf, matches } from './matcher';
import { showItem, showValue } from './show';

/** One line of a difference: `-` is expected and not there, `+` is there and not expected. */
export interface DifferentLine {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** A part of the result that is not what the test expects. */
export interface Difference {
  readonly part: Part;
  readonly lines: readonly DifferentLine[];
}

/**
 * What of a result is not as expected; none means that the test passed. A script that does not fit its flow is a difference
 * unless the test expects an `error`; so is a flow that failed, unless the test expects that it did.
 */
export function judge(expect: Expectation, result: FlowResult): Difference[] {
  const differences = PARTS.flatMap((part): Difference[] => {
    const expected = expect[part];
    const actual = partOf(result, part);
    if (expected === undefined || matches(expected, actual ?? null)) return [];
    return [{ part, lines: linesOf(part, expected, actual) }];
  });
  const { error, ended } = result;
  const isExpected = expect.error !== undefined || (ended === 'failed' && expect.ended === 'failed');
  if (error === undefined || isExpected) return differences;
  return [...differences, { part: 'error', lines: [{ mark: '+', text: error }] }];
}

/** A result is JSON, whatever TypeScript calls it. */
function partOf(result: FlowResult, part: Part): Json | undefined {
  const value = result[part];
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Json);
}

function linesOf(part: Part, expected: Json, actual: Json | undefined): DifferentLine[] {
  const matcher = matcherOf(expected);
  const content = matcher?.kind === 'contains' ? matcher.content : expected;
  const isPartial = matcher?.kind === 'contains';
  if (isList(content) && isList(actual)) {
    return align(content, actual).map((line) => lineOf(part, line, isPartial));
  }
  if (matcher?.kind !== 'regex' && isJsonObject(content) && isJsonObject(actual)) {
    return keyLines(content, actual, isPartial);
  }
  const found: DifferentLine[] = actual === undefined ? [] : [{ mark: '+', text: showValue(actual) }];
  return [{ mark: '-', text: showValue(expected) }, ...found];
}

function lineOf(part: Part, line: Aligned, isPartial: boolean): DifferentLine {
  if (line.kind === 'missing') return { mark: '-', text: showItem(part, line.expected) };
  const isUnexpected = line.kind === 'unexpected' && !isPartial;
  return { mark: isUnexpected ? '+' : ' ', text: showItem(part, line.actual) };
}

function keyLines(expected: JsonObject, actual: JsonObject, isPartial: boolean): DifferentLine[] {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return keys.flatMap((key): DifferentLine[] => {
    const wanted = expected[key];
    const found = actual[key];
    if (wanted === undefined && isPartial) return [];
    if (wanted !== undefined && matches(wanted, found)) return [{ mark: ' ', text: keyLine(key, found) }];
    return [
      ...(wanted === undefined ? [] : [{ mark: '-', text: keyLine(key, wanted) } as const]),
      ...(found === undefined ? [] : [{ mark: '+', text: keyLine(key, found) } as const]),
    ];
  });
}

function keyLine(key: string, value: Json = null): string {
  return `${key} = ${typeof value === 'string' ? JSON.stringify(value) : showValue(value)}`;
}
