import { isJsonObject } from '../../../studio/model/json';
import { resumeExecution } from '../../../studio/interpreter/resume';
import { startExecution } from '../../../studio/interpreter/start';
import { wireFlow } from '../../../studio/wiring/wire-flow';
import { COMPLETE_WIRING, shippedFlow } from '../wiring/shipped-flows';
import type { ShippedFlow } from '../wiring/shipped-flows';
import type { Execution, LogEntry, Progress, Surroundings } from '../../../studio/model/execution';
import type { FlowDefinition } from '../../../studio/model/flow-definition';
import type { Input, RequestResult, Wait } from '../../../studio/model/wait';

/** What the caller does at a prompt: digits without the `#` that ends them, or `silent`, or `hangs up`. */
export type Act = string;

/** What the caller meets. Functions answer in order; one too few is a test that is wrong. */
export interface World {
  readonly from?: string;
  /** Parameters that the parent passes instead of its own. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** A status, or how the request failed. */
  readonly start?: readonly (string | RequestResult)[];
  readonly check?: readonly (string | RequestResult)[];
  readonly acts?: readonly Act[];
}

/** What came of a call. */
export interface Played {
  readonly heard: readonly string[];
  readonly widgets: readonly string[];
  /** Path and parameters of each function call. */
  readonly requests: readonly {
    readonly path: string;
    readonly parameters: Readonly<Record<string, string>>;
  }[];
  readonly outcome: string;
  /** `widgets.run_verify` in the parent. */
  readonly result: Readonly<Record<string, unknown>>;
  readonly warnings: readonly number[];
}

/** Function that gave no answer in time: what Studio sees of it. */
export const NO_ANSWER: RequestResult = { failure: 'timeout' };

/** What comes with an approval. */
export const PROOF = 'a.proof.token';

/** Plays one call through the shipped parent and subflow, with functions that answer what the test says. */
export function play(world: World): Played {
  const queues = {
    start: [...(world.start ?? [])],
    check: [...(world.check ?? [])],
    acts: [...(world.acts ?? [])],
  };
  const heard: string[] = [];
  const requests: Played['requests'][number][] = [];
  const log: LogEntry[] = [];
  const surroundings = surroundingsOf(world);
  let progress = startCall(world, surroundings);
  log.push(...progress.log);
  while (progress.execution.wait !== null) {
    const { wait } = progress.execution;
    if (wait.kind === 'speech') heard.push(wait.speech.say);
    if (wait.kind === 'keys') heard.push(wait.prompt.say);
    if (wait.kind === 'function') {
      requests.push({ path: new URL(wait.request.url).pathname, parameters: wait.request.parameters });
    }
    progress = resumeExecution(progress.execution, inputFor(wait, queues), surroundings);
    log.push(...progress.log);
  }
  return { heard, requests, ...summaryOf(progress.execution, log) };
}

interface Queues {
  readonly start: (string | RequestResult)[];
  readonly check: (string | RequestResult)[];
  readonly acts: Act[];
}

function inputFor(wait: Wait, queues: Queues): Input {
  switch (wait.kind) {
    case 'speech':
      return { kind: 'audio-complete' };
    case 'keys':
      return inputForAct(take(queues.acts));
    case 'function':
      return {
        kind: 'request-result',
        result: answerOf(take(wait.request.url.endsWith('/start-verify') ? queues.start : queues.check)),
      };
    default:
      throw new Error(`The shipped flows do not wait for ${wait.kind}`);
  }
}

function inputForAct(act: Act): Input {
  if (act === 'silent') return { kind: 'timeout' };
  if (act === 'hangs up') return { kind: 'hang-up' };
  return { kind: 'keys', digits: act };
}

function answerOf(answer: string | RequestResult): RequestResult {
  if (typeof answer !== 'string') return answer;
  const isSuccess = answer === 'sent' || answer === 'approved';
  const proof = answer === 'approved' ? PROOF : '';
  const body = { success: isSuccess, status: answer, message: '', attempts: 1, retryAfterSeconds: 0, proof };
  return { status: 200, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

function take<Item>(queue: Item[]): Item {
  const next = queue.shift();
  if (next === undefined) throw new Error('The call went on for longer than the test says');
  return next;
}

function startCall(world: World, surroundings: Surroundings): Progress {
  const definition = parentOf(world);
  return startExecution(
    {
      executionSid: 'FN0',
      flowSid: 'FW0',
      flow: { revision: '1', definition },
      trigger: { kind: 'call', parameters: { From: world.from ?? '+14155550100', CallSid: 'CA0' } },
    },
    surroundings,
  );
}

function surroundingsOf(world: World): Surroundings {
  const flows = new Map<string | undefined, FlowDefinition>([
    ['FW0', parentOf(world)],
    [COMPLETE_WIRING.flows['verify-subflow'], wired('verify-subflow')],
  ]);
  return {
    findFlow: (sid) => {
      const definition = flows.get(sid);
      return definition && { revision: '1', definition };
    },
    now: () => 0,
    newSid: (prefix) => `${prefix}0`,
  };
}

function parentOf(world: World): FlowDefinition {
  const parent = wired('parent-ivr');
  if (world.parameters === undefined) return parent;
  const parameters = Object.entries(world.parameters).map(([key, value]) => ({ key, value, type: 'string' }));
  const states = parent.states.map((state) =>
    state.name === 'run_verify' ? { ...state, properties: { ...state.properties, parameters } } : state,
  );
  return { ...parent, states };
}

function wired(name: ShippedFlow): FlowDefinition {
  const result = wireFlow(shippedFlow(name), COMPLETE_WIRING);
  if (!result.ok) throw new Error(`Cannot wire ${name}`);
  return result.definition;
}

function summaryOf(
  execution: Execution,
  log: readonly LogEntry[],
): Pick<Played, 'widgets' | 'outcome' | 'result' | 'warnings'> {
  const result = execution.frames[0]?.widgets['run_verify'];
  return {
    widgets: log.flatMap((entry) => (entry.kind === 'step' ? [entry.widget] : [])),
    outcome: execution.ending?.outcome ?? 'waiting',
    result: isJsonObject(result) ? result : {},
    warnings: log.flatMap((entry) => (entry.kind === 'warning' ? [entry.code] : [])),
  };
}
