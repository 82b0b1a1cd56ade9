import { bundleCost } from './bundle-cost';
import { deployments } from './deployments';
import type { Figure } from './figure';
import { functionLatency } from './function-latency';
import { hostedPage } from './hosted-page';
import { oneTimePasscodes } from './one-time-passcodes';
import { openCalls } from './open-calls';
import { openExecutions } from './open-executions';
import { simulatedCalls } from './simulated-calls';

/** One benchmark: what it measures, and how. */
export interface Benchmark {
  readonly title: string;
  readonly measure: (projectDirectory: string) => Promise<readonly Figure[]>;
}

/** Every benchmark, in the order in which they run and print. */
export const BENCHMARKS: readonly Benchmark[] = [
  { title: 'Bundles, SDK excluded', measure: bundleCost },
  { title: 'A Function beside the SDK call it makes', measure: functionLatency },
  { title: 'One-time passcodes, engine message', measure: oneTimePasscodes },
  { title: 'The hosted page', measure: hostedPage },
  { title: 'Simulation on one core', measure: simulatedCalls },
  { title: 'Memory', measure: openCalls },
  { title: 'Memory of the interpreter alone', measure: openExecutions },
  { title: 'Deployments at 100 ms an answer', measure: deployments },
];
