import { differenceLines } from './print-tests';
import type { CaseReport, FileReport } from './run-test-file';

/** Characters that XML 1.0 cannot hold, not even escaped: https://www.w3.org/TR/xml/#charsets */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/**
 * The reports as JUnit XML, which CI services read: a suite a file, a `failure` for what differs, an `error` for a file that
 * could not be run.
 */
export function junitOf(reports: readonly FileReport[]): string {
  const suites = reports.map(suiteOf);
  const head = `<testsuites${attributes({ name: 'flow tests', ...totals(reports) })}>`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites, '</testsuites>', ''].join('\n');
}

function suiteOf(report: FileReport): string {
  const { file, problems, cases } = report;
  const text = problems.map(({ place, message }) => `${place}: ${message}`).join('\n');
  const broken =
    problems.length === 0
      ? []
      : [testcase(file, 'is a test that can be run', 0, element('error', problems[0]?.message ?? '', text))];
  return [
    `  <testsuite${attributes({ name: file, ...totals([report]) })}>`,
    ...broken,
    ...cases.map((each) => caseOf(file, each)),
    '  </testsuite>',
  ].join('\n');
}

function caseOf(file: string, { name, differences, seconds }: CaseReport): string {
  if (differences.length === 0) return testcase(file, name, seconds);
  const message = `not as expected: ${differences.map(({ part }) => part).join(', ')}`;
  return testcase(file, name, seconds, element('failure', message, differenceLines(differences).join('\n')));
}

function testcase(file: string, name: string, seconds: number, content?: string): string {
  const head = `    <testcase${attributes({ name, classname: file, time: seconds.toFixed(3) })}`;
  return content === undefined ? `${head}/>` : `${head}>\n${content}\n    </testcase>`;
}

function element(name: string, message: string, text: string): string {
  return `      <${name}${attributes({ message })}>${escapedText(text)}</${name}>`;
}

function totals(reports: readonly FileReport[]): Record<string, string> {
  const cases = reports.flatMap((report) => report.cases);
  const errors = reports.filter(({ problems }) => problems.length > 0).length;
  const failures = cases.filter(({ differences }) => differences.length > 0).length;
  const seconds = cases.reduce((sum, each) => sum + each.seconds, 0);
  return {
    tests: String(cases.length + errors),
    failures: String(failures),
    errors: String(errors),
    time: seconds.toFixed(3),
  };
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(value, /[&<>"\n\r\t]/g)}"`)
    .join('');
}

function escapedText(text: string): string {
  return escaped(text, /[&<>\r]/g);
}

function escaped(text: string, characters: RegExp): string {
  return text
    .replace(NOT_IN_XML, '\uFFFD')
    .replace(characters, (character) => ESCAPED[character] ?? character);
}
