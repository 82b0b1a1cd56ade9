import type { Json } from '../model/json';
import type { FlowScript } from '../scripting/flow-script';

/** What a test can expect of a result, in the order in which differences are told. */
export const PARTS = [
  'steps',
  'heard',
  'sent',
  'requests',
  'variables',
  'widgets',
  'ended',
  'warnings',
  'error',
] as const;

/** One of them. */
export type Part = (typeof PARTS)[number];

/** What is expected, each part as `matches` compares it; what is not there is not compared. */
export type Expectation = Readonly<Partial<Record<Part, Json>>>;

/** One run of the flow, and what must come of it. */
export interface FlowTestCase {
  readonly name: string;
  readonly script: FlowScript;
  readonly expect: Expectation;
}

/** The content of a `*.flow-test.json`, which docs/flow-tests.md describes. */
export interface FlowTest {
  /** File of the flow, from where the test is; so are the scripts' subflows. */
  readonly flow: string;
  readonly cases: readonly FlowTestCase[];
}

/** Something wrong in a test file. */
export interface TestProblem {
  /** JSON pointer: `#/cases/0/expect/heard`. */
  readonly place: string;
  /** What should be there instead. */
  readonly message: string;
}

/** A test that can be run, or every problem of it. */
export type ParsedFlowTest =
  | { readonly ok: true; readonly test: FlowTest }
  | { readonly ok: false; readonly problems: readonly TestProblem[] };
