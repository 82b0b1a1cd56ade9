import pc from 'picocolors';

import type { Difference, DifferentLine } from '../../studio/flow-tests/judge';
import type { CaseReport, FileReport } from './run-test-file';

/** Lines that are as expected, shown before and after those that are not. */
const CONTEXT = 3;

type Colors = ReturnType<typeof pc.createColors>;

/** How many cases came to what. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Files that could not be run. */
  readonly broken: number;
}

/** Counts cases and broken files. */
export function countTests(reports: readonly FileReport[]): Counts {
  const cases = reports.flatMap((report) => report.cases);
  const passed = cases.filter(({ differences }) => differences.length === 0).length;
  const broken = reports.filter(({ problems }) => problems.length > 0).length;
  return { passed, failed: cases.length - passed, broken };
}

/** The reports for people: each file with its cases and what differs, then one line that sums up. */
export function printTests(reports: readonly FileReport[], hasColors: boolean): string {
  const colors = pc.createColors(hasColors);
  const { passed, failed, broken } = countTests(reports);
  const counts = [
    `${String(passed)} passed`,
    ...(failed > 0 ? [colors.red(`${String(failed)} failed`)] : []),
    ...(broken > 0 ? [colors.red(`${String(broken)} could not be run`)] : []),
  ];
  const files = reports.length === 1 ? '1 file' : `${String(reports.length)} files`;
  return [
    ...reports.flatMap((report) => fileLines(report, colors)),
    `${files}: ${counts.join(', ')}.`,
    '',
  ].join('\n');
}

/**
 * What differs in one case, without colours unless given: a line for the part, then its lines with their marks. Of many lines
 * in a row that are as expected, only those beside a difference are shown.
 */
export function differenceLines(differences: readonly Difference[], colors?: Colors): string[] {
  return differences.flatMap(({ part, lines }) => [
    `${part}:`,
    ...nearDifferences(lines).map((line) =>
      typeof line === 'string' ? `    ${line}` : `  ${colored(line, colors)}`,
    ),
  ]);
}

/** Lines near one that differs, and how many were left out between them. */
function nearDifferences(lines: readonly DifferentLine[]): (DifferentLine | string)[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ mark }) => mark !== ' '),
  );
  return lines.flatMap((line, index): (DifferentLine | string)[] => {
    if (near[index] === true) return [line];
    if (index > 0 && near[index - 1] === false) return [];
    const end = near.indexOf(true, index);
    return [`… ${String((end === -1 ? lines.length : end) - index)} as expected`];
  });
}

function fileLines({ file, problems, cases }: FileReport, colors: Colors): string[] {
  const head = colors.bold(file);
  const wrong = problems.map(({ place, message }) => `  ${colors.red('✗')} ${place}: ${message}`);
  return [head, ...wrong, ...cases.flatMap((each) => caseLines(each, colors)), ''];
}

function caseLines({ name, differences }: CaseReport, colors: Colors): string[] {
  if (differences.length === 0) return [`  ${colors.green('✓')} ${name}`];
  const lines = differenceLines(differences, colors).map((line) => `      ${line}`);
  return [`  ${colors.red('✗')} ${name}`, ...lines];
}

function colored({ mark, text }: DifferentLine, colors: Colors | undefined): string {
  const line = `${mark} ${text}`;
  if (colors === undefined) return line;
  if (mark === '-') return colors.green(line);
  return mark === '+' ? colors.red(line) : colors.dim(line);
}
