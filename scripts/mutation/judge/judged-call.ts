import type { Execution } from '../../../studio/model/execution';
import type { OutgoingRequest } from '../../../studio/model/wait';
import type { FlowExecution } from '../../emulator/entities/flow';
import type { ExecutionListener } from '../../emulator/executions/execution-events';
import { createExecutions, type Executions } from '../../emulator/executions/executions';
import type { Ids } from '../../emulator/ids';
import { createInbox } from '../../emulator/simulate/inbox';
import { dial } from '../../emulator/voice/exchange';
import type { LineEvent, PhoneCall } from '../../emulator/voice/line';
import { manualClock, type ManualClock } from './manual-clock';
import { IVR_NUMBER, type Stage } from './stage';
import { answer, answersTo, NO_VERIFICATION, SENT_CODE, type VerifyState } from './verify-stand-in';

/** What somebody has to decide before the call goes on; `over` when nobody has to any more. */
export interface Turn {
  readonly kind: 'caller' | 'answer' | 'over';
  readonly options: readonly string[];
}

/** A call between two decisions, from which it can go on as often as one likes. */
export interface SavedCall {
  readonly execution: Execution;
  readonly verify: VerifyState;
}

const SILENCE = 'silence';
const SPEECH = 'speech';

/** The right code, a wrong one, one that is too short, the key for a new one, and nothing. */
const CALLER_OPTIONS = [`${SENT_CODE}#`, '135792#', '*#', '91#', SILENCE];

/** SIDs need not differ where there is one call; that they are always the same makes calls comparable. */
const SAME_IDS: Ids = { sid: (prefix) => prefix + '0'.repeat(32), digits: (length) => '0'.repeat(length) };

/** One call through the local Twilio's own engine and telephone line, decision by decision. */
export class JudgedCall {
  readonly #stage: Stage;
  readonly #clock: ManualClock = manualClock();
  readonly #executions: Executions;
  readonly #line: PhoneCall;
  #listener: ExecutionListener = () => undefined;
  #record: FlowExecution | undefined;
  #verify: VerifyState = NO_VERIFICATION;
  #isSilent = false;
  #isLetIn = false;
  /** What had run when the call went on: so many steps, the widget that waited, and how deep it was. */
  #earlier: { readonly steps: number; readonly running: readonly string[]; readonly frames: number } = {
    steps: 0,
    running: [],
    frames: 1,
  };

  /** Rings and is answered by the flow; or goes on where a call was saved. */
  constructor(stage: Stage, saved?: SavedCall) {
    this.#stage = stage;
    const { store, caller } = stage;
    const parts = { store, clock: this.#clock, ids: SAME_IDS };
    const world = { ...parts, inbox: createInbox(parts) };
    // Requests are answered by whoever decides, not by a promise.
    this.#executions = createExecutions({ ...world, ask: () => new Promise(() => undefined) });
    const executions: Executions = {
      resume: this.#executions.resume,
      start: (opening) => {
        this.#listener = opening.listener ?? this.#listener;
        return (this.#record = this.#executions.start(opening));
      },
    };
    const dialled = dial({ ...world, executions }, { from: caller, to: IVR_NUMBER });
    if (!dialled.ok) throw new Error(dialled.problem);
    this.#line = dialled.call;
    if (saved === undefined) this.#line.listen((event) => this.#hear(event));
    this.#clock.fireNext();
    if (saved !== undefined) this.#goOnFrom(saved);
  }

  /** Lets time pass until there is something to decide. */
  turn(): Turn {
    for (;;) {
      const asked = this.#asked();
      if (asked !== null) return { kind: 'answer', options: answersTo(asked) };
      const { kind } = this.#line.state();
      if (kind === 'collecting' && !this.#isSilent) return { kind: 'caller', options: this.#callerOptions() };
      if (!this.#clock.fireNext()) return { kind: 'over', options: [] };
    }
  }

  /** Does what was decided in the turn. */
  take(option: string): void {
    const asked = this.#asked();
    if (asked !== null && this.#record !== undefined) {
      const { verify, result } = answer(this.#verify, this.#stage.caller, asked, option);
      this.#verify = verify;
      this.#executions.resume(this.#record.sid, { kind: 'request-result', result });
    } else if (option === SILENCE) this.#isSilent = true;
    else if (option === SPEECH) this.#speak();
    else this.#line.press(option);
  }

  /** What nobody must be able to bring about. */
  isUnsafe(): boolean {
    return this.#isLetIn || this.#verify.hasAskedForAnother;
  }

  /** Every widget that ran or waited since the call began or went on: `parent:welcome`, `subflow:ask_code`. */
  visited(): string[] {
    if (this.#record === undefined) return [];
    const { steps, state } = this.#record;
    const left = steps.slice(this.#earlier.steps).map(({ widget }) => widget);
    // A Run Subflow that was running before is only visited when it is left.
    const entered = Math.min(this.#earlier.frames, state.frames.length) - 1;
    const running = pathsOf(state).slice(entered);
    return [...new Set([...this.#earlier.running, ...left, ...running].map(inItsFlow))];
  }

  /** The call as it stands. Studio's count of steps is left out: no call comes near its limit. */
  save(): SavedCall {
    if (this.#record === undefined) throw new Error('The call has not reached its flow');
    return { execution: { ...this.#record.state, steps: 0 }, verify: this.#verify };
  }

  #callerOptions(): readonly string[] {
    const wait = this.#record?.state.wait;
    return wait?.kind === 'keys' && wait.listens ? [...CALLER_OPTIONS, SPEECH] : CALLER_OPTIONS;
  }

  /** The telephone line has keys only; its timers are for a gather that is over then. */
  #speak(): void {
    if (this.#record === undefined) return;
    this.#clock.clear();
    this.#executions.resume(this.#record.sid, { kind: 'speech', text: 'Let me in', confidence: '0.9' });
  }

  #asked(): OutgoingRequest | null {
    const wait = this.#record?.state.wait;
    return wait?.kind === 'function' ? wait.request : null;
  }

  /** Puts the flow where it was, and lets the line do what the flow waits for. */
  #goOnFrom({ execution, verify }: SavedCall): void {
    this.#clock.clear();
    this.#verify = verify;
    this.#line.listen((event) => this.#hear(event));
    if (this.#record === undefined) return;
    this.#record.state = execution;
    this.#earlier = {
      steps: this.#record.steps.length,
      running: pathsOf(execution).slice(-1),
      frames: execution.frames.length,
    };
    const { wait } = execution;
    if (wait?.kind === 'keys') this.#listener({ kind: 'call-wait', wait }, this.#record.sid);
  }

  #hear(event: LineEvent): void {
    if (event.kind === 'silence' || event.kind === 'keys') this.#isSilent = false;
    const isProtected = event.kind === 'speaking' && event.speech.say === this.#stage.protectedWords;
    if (isProtected && !this.#verify.isCallerApproved) this.#isLetIn = true;
  }
}

/** The widgets that an execution is at, as its log names them: the parent's, then the subflow's. */
function pathsOf({ frames }: Execution): string[] {
  const [parent, child] = frames.map((frame) => frame.widget);
  if (parent === undefined) return [];
  return child === undefined ? [parent] : [parent, `${parent}/${child}`];
}

/** A widget by the flow that it is in: one of a subflow is the same whichever widget runs it. */
function inItsFlow(path: string): string {
  const [parent = '', child] = path.split('/');
  return child === undefined ? `parent:${parent}` : `subflow:${child}`;
}
