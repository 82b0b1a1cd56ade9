import { resumeExecution } from '../../../studio/interpreter/resume';
import { startExecution } from '../../../studio/interpreter/start';
import { assertNever } from '../../../studio/model/assert-never';
import type { FlowRevision, Progress, Surroundings } from '../../../studio/model/execution';
import type { Input, OutgoingRequest, OutsideWait, Wait } from '../../../studio/model/wait';
import type { FlowExecution } from '../entities/flow';
import { createPhones, type Phones } from '../simulate/phones';
import type { ExecutionEvent, ExecutionListener } from './execution-events';
import type { ExecutionWorld } from './execution-world';
import { findFlow } from './find-flow';
import { flowCallOf } from './flow-call';
import type { Opening } from './opening';
import { createQuestions, type Questions } from './questions';
import { newRecord, writeDown } from './records';
import { sendMessage, type SentMessage } from './send-message';

/** Not public: how soon a carrier says that a text did not arrive. */
const SECONDS_TO_REPORT = 1;

/** Runs flows: starts executions, does what each waits for, and keeps the records that the REST API shows. */
export interface Executions {
  /** Runs to the first wait that takes time. `listener` may be called before this returns. */
  readonly start: (opening: Opening) => FlowExecution;
  /** Brings something that happened to an execution. One that has ended takes no notice. */
  readonly resume: (executionSid: string, input: Input) => void;
}

/** The driver of a local Twilio; one for each. Everything between two waits happens at once, in one go. */
export function createExecutions(world: ExecutionWorld): Executions {
  const driver = new Driver(world);
  return {
    start: (opening) => driver.start(opening),
    resume: (executionSid, input) => {
      driver.resume(executionSid, input);
    },
  };
}

class Driver {
  readonly #world: ExecutionWorld & { readonly phones: Phones };
  readonly #surroundings: Surroundings;
  readonly #listeners = new Map<string, ExecutionListener>();
  readonly #questions: Questions;
  readonly #revisions = new Map<string, FlowRevision>();

  constructor(world: ExecutionWorld) {
    this.#world = { phones: createPhones(), ...world };
    this.#questions = createQuestions(world.clock);
    this.#surroundings = {
      findFlow: (flowSid, revision) => this.#findFlow(flowSid, revision),
      now: world.clock.now,
      newSid: world.ids.sid,
    };
  }

  start(opening: Opening): FlowExecution {
    const { flow, flowSid, trigger, listener } = opening;
    const executionSid = this.#world.ids.sid('FN');
    const progress = startExecution({ flow, flowSid, trigger, executionSid }, this.#surroundings);
    const record = newRecord(opening, progress, this.#world.clock.now());
    this.#world.store.executions.set(record.sid, record);
    if (listener) this.#listeners.set(record.sid, listener);
    this.#world.observer?.started(record);
    this.#settle(record, progress, null);
    return record;
  }

  resume(executionSid: string, input: Input): void {
    const record = this.#world.store.executions.get(executionSid);
    if (record === undefined || record.state.ending !== null) return;
    const { wait } = record.state;
    const completed = this.#questions.complete(executionSid, input);
    const progress = resumeExecution(record.state, completed, this.#surroundings);
    record.state = progress.execution;
    record.dateUpdated = this.#world.clock.now();
    this.#settle(record, progress, wait);
  }

  /** A revision that an execution has once met stays, even if its flow is deleted meanwhile. */
  #findFlow(flowSid: string, revision: string): FlowRevision | undefined {
    const found = findFlow(this.#world.store, flowSid, revision);
    if (found === undefined) return this.#revisions.get(`${flowSid} ${revision}`);
    this.#revisions.set(`${flowSid} ${found.revision}`, found);
    return found;
  }

  /** Writes down and tells what happened, then turns to what comes next. */
  #settle(record: FlowExecution, { execution, log }: Progress, earlier: Wait | null): void {
    if (execution.wait !== earlier) this.#questions.forget(record.sid);
    for (const entry of log) {
      const step = writeDown(record, entry, this.#surroundings);
      if (step !== null) this.#world.observer?.stepEnded(record, step);
    }
    for (const entry of log) this.#tell(record, { kind: 'log', entry });
    // A listener may have acted (hung up, pressed a key) and so have moved the execution on already.
    if (record.state !== execution) return;
    if (execution.ending !== null) {
      this.#world.observer?.ended(record);
      this.#tell(record, { kind: 'ended', ending: execution.ending });
      this.#listeners.delete(record.sid);
    } else if (execution.wait !== null && execution.wait !== earlier) {
      this.#perform(record, execution.wait);
    }
  }

  #perform(record: FlowExecution, wait: Wait): void {
    switch (wait.kind) {
      case 'function':
      case 'http':
        void this.#request(record, wait);
        return;
      case 'message':
        this.#message(record, wait);
        return;
      case 'reply':
        this.#question(record, wait);
        return;
      case 'speech':
      case 'keys':
        if (this.#listeners.has(record.sid)) this.#tell(record, { kind: 'call-wait', wait });
        else this.resume(record.sid, { kind: 'hang-up' });
        return;
      case 'outside':
        this.#wait(record, wait);
        return;
      default:
        assertNever(wait);
    }
  }

  async #request(record: FlowExecution, wait: Extract<Wait, { request: OutgoingRequest }>): Promise<void> {
    const { method, url } = wait.request;
    const result = await this.#world.ask(wait.kind, wait.request);
    // Ended meanwhile through the REST API: the answer comes to nothing.
    if (record.state.wait !== wait) return;
    const status = 'status' in result ? result.status : null;
    const exchange = { request: wait.request, result };
    this.#tell(record, { kind: 'request', method, url, status, exchange });
    this.resume(record.sid, { kind: 'request-result', result });
  }

  #message(record: FlowExecution, wait: Extract<Wait, { kind: 'message' }>): void {
    const { failed, outbound } = this.#send(wait);
    this.resume(record.sid, { kind: 'message-result', failed, outbound });
  }

  #question(record: FlowExecution, wait: Extract<Wait, { kind: 'reply' }>): void {
    const { failed, outbound, undelivered } = this.#send(wait);
    if (failed) {
      this.resume(record.sid, { kind: 'delivery-failure', outbound });
      return;
    }
    const end = undelivered && ({ kind: 'delivery-failure', outbound: undelivered } as const);
    this.#questions.ask(record.sid, outbound, end ? SECONDS_TO_REPORT : wait.timeoutSeconds, () => {
      this.resume(record.sid, end ?? { kind: 'timeout' });
    });
  }

  /**
   * What happens outside, somebody has to tell by `resume`; only the end of a timeout comes by itself, and the call that an
   * execution without one asks for.
   */
  #wait(record: FlowExecution, wait: OutsideWait): void {
    const { placeCall } = this.#world;
    const isOwnCall = wait.type.startsWith('make-outgoing-call') && record.state.trigger.kind !== 'call';
    if (isOwnCall && placeCall !== undefined) {
      const listener = placeCall(flowCallOf(record.sid, wait.asks), (input) => {
        if (record.state.wait === wait) this.resume(record.sid, input);
      });
      if (record.state.ending === null) this.#listeners.set(record.sid, listener);
      return;
    }
    if (wait.timeoutSeconds !== null) {
      this.#questions.ask(record.sid, {}, wait.timeoutSeconds, () => {
        this.resume(record.sid, { kind: 'timeout' });
      });
    }
    this.#tell(record, { kind: 'outside', wait });
  }

  #send(wait: Extract<Wait, { kind: 'message' | 'reply' }>): SentMessage {
    return sendMessage(this.#world, wait.message);
  }

  #tell(record: FlowExecution, event: ExecutionEvent): void {
    this.#listeners.get(record.sid)?.(event, record.sid);
  }
}
