import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { FlowTest, FlowTestCase, TestProblem } from '../../studio/flow-tests/flow-test';
import { judge, type Difference } from '../../studio/flow-tests/judge';
import { parseFlowTest } from '../../studio/flow-tests/parse-flow-test';
import type { FlowDefinition } from '../../studio/model/flow-definition';
import { runFlowScript } from '../../studio/scripting/run-flow-script';
import { ConfigurationError } from '../command-line/configuration-error';
import { readFlowFile, type FlowFile } from '../proving/read-flow-file';

/** How the names of test files end. */
export const TEST_ENDING = '.flow-test.json';

/** What came of one case; no differences: it passed. */
export interface CaseReport {
  readonly name: string;
  readonly differences: readonly Difference[];
  readonly seconds: number;
}

/** What came of one file: its cases, or why they could not be run. */
export interface FileReport {
  readonly file: string;
  readonly problems: readonly TestProblem[];
  readonly cases: readonly CaseReport[];
  /** The files that decide over it: itself, the flow, its subflows. Absolute paths. */
  readonly sources: readonly string[];
}

/** Runs all cases of a test file. Whatever is wrong with it, or with a flow that it names, is in the report. */
export async function runTestFile(file: string): Promise<FileReport> {
  const self = path.resolve(file);
  const read = await readTest(file);
  if (!read.ok) return { file, problems: read.problems, cases: [], sources: [self] };
  const { test } = read;
  const folder = path.dirname(self);
  const named = namedFiles(test).map(([place, name]) => ({ place, source: path.resolve(folder, name) }));
  const flows = new Map<string, FlowDefinition>();
  const problems: TestProblem[] = [];
  for (const { place, source } of named) {
    const flow = await readFlow(source);
    if (flow.ok) flows.set(source, flow.flow);
    else problems.push(...flow.problems.map((message) => ({ place, message })));
  }
  const cases = problems.length > 0 ? [] : test.cases.map((each) => runCase(test, each, folder, flows));
  return { file, problems, cases, sources: [self, ...named.map(({ source }) => source)] };
}

/** One that is not there, or no JSON, is a problem of the test that names it. */
async function readFlow(file: string): Promise<FlowFile> {
  try {
    return await readFlowFile(file);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { ok: false, problems: [error.message] };
  }
}

type ReadTest =
  | { readonly ok: true; readonly test: FlowTest }
  | { readonly ok: false; readonly problems: readonly TestProblem[] };

async function readTest(file: string): Promise<ReadTest> {
  try {
    const json: unknown = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
    return parseFlowTest(json, path.basename(file, TEST_ENDING));
  } catch (error) {
    const message = error instanceof SyntaxError ? `is not JSON: ${error.message}` : 'cannot be read';
    return { ok: false, problems: [{ place: '#', message }] };
  }
}

/** Every flow that a test names, once, with the place of the first that does. */
function namedFiles({ flow, cases }: FlowTest): [string, string][] {
  const places = new Map<string, string>([[flow, '#/flow']]);
  for (const { name, script } of cases) {
    for (const file of Object.values(script.subflows)) {
      if (!places.has(file)) places.set(file, `subflows of "${name}"`);
    }
  }
  return [...places].map(([file, place]): [string, string] => [place, file]);
}

function runCase(
  { flow }: FlowTest,
  { name, script, expect }: FlowTestCase,
  folder: string,
  flows: ReadonlyMap<string, FlowDefinition>,
): CaseReport {
  const find = (file: string): FlowDefinition => {
    const found = flows.get(path.resolve(folder, file));
    if (found === undefined) throw new Error(`The flow "${file}" was not read`);
    return found;
  };
  const subflows = Object.entries(script.subflows).map(([sid, file]) => [sid, find(file)] as const);
  // How long a test took is a fact of the real world, for reports that people read.
  const begun = performance.now();
  const result = runFlowScript({ definition: find(flow), subflows: Object.fromEntries(subflows) }, script);
  const differences = judge(expect, result);
  return { name, differences, seconds: (performance.now() - begun) / 1000 };
}
