import type { JsonObject } from '../../../studio/model/json';
import type { Input, OutsideWait } from '../../../studio/model/wait';
import { widgets } from '../../../studio/widgets/registry';
import type { ExecutionEvent } from '../executions/execution-events';
import type { Executions } from '../executions/executions';
import { flowEventOf, flowOfUrl, parametersIn } from '../executions/flow-url';
import type { Store } from '../store';
import type { Clock } from '../time/clock';
import { callParameters } from './call-parameters';
import type { InstructionsUrl, LiveCall, Program } from './program';

/** Asked first of every address that other TwiML leads to; true: the call is taken back and the address is not asked. */
export type TakeBack = (url: string, extra: Readonly<Record<string, string>>) => boolean;

/** What a flow on a call needs. */
export interface FlowOnCallWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly executions: Executions;
  /** Has a call follow other TwiML. */
  readonly leave: (live: LiveCall, source: InstructionsUrl, takeBack: TakeBack) => void;
}

/**
 * An execution that decides on a call. Its TwiML Redirect hands the call to other TwiML, and takes it back when that redirects
 * to the flow's webhook with `FlowEvent=return` (https://www.twilio.com/docs/studio/widget-library/twiml-redirect). While the
 * call is away, the execution hears of its end, as by the number's status callback, and of nothing else.
 */
export class FlowOnCall implements Program {
  readonly #world: FlowOnCallWorld;
  readonly #live: LiveCall;
  #executionSid: string | null;
  #stopWatching: (() => void) | null = null;

  constructor(world: FlowOnCallWorld, live: LiveCall, executionSid: string | null = null) {
    this.#world = world;
    this.#live = live;
    this.#executionSid = executionSid;
  }

  /** What happened on the line. */
  resume(input: Input): void {
    if (this.#executionSid !== null) this.#world.executions.resume(this.#executionSid, input);
  }

  /** Other TwiML has the call, by the flow's own widget or because the REST API sent it there. */
  stop(): void {
    this.#stopWatching = this.#live.line.listen((event) => {
      if (event.kind === 'over') this.resume({ kind: 'hang-up', callParameters: this.#parameters() });
    });
  }

  /** Takes what the execution does or wants. */
  hear(event: ExecutionEvent, executionSid: string): void {
    this.#executionSid = executionSid;
    const isAway = this.#stopWatching !== null;
    if (isAway) this.#hearFromAfar(event);
    else if (event.kind === 'outside' && event.wait.type === 'add-twiml-redirect') this.#leave(event.wait);
    else this.#live.line.handle(event);
  }

  /**
   * A widget that needs the call cannot have it any more: after the timeout a call cannot be regained (same page). Not public:
   * what becomes of the execution then; here it takes the call for hung up. Nor what ending an execution does to a call that
   * other TwiML has: here nothing.
   */
  #hearFromAfar(event: ExecutionEvent): void {
    if (event.kind === 'ended') {
      this.#stopWatching?.();
      return;
    }
    const { line } = this.#live;
    if (event.kind === 'log' || event.kind === 'request') {
      if (line.state().kind !== 'over') line.handle(event);
    } else if (event.kind === 'call-wait' || needsCall(event.wait)) this.resume({ kind: 'hang-up' });
  }

  #leave(wait: OutsideWait): void {
    const { url = '', method } = wait.asks;
    this.#world.leave(
      this.#live,
      {
        url: typeof url === 'string' ? url : '',
        method: method === 'GET' ? 'GET' : 'POST',
        fallbackUrl: '',
        fallbackMethod: 'POST',
      },
      (target, extra) => this.#takeBack(wait, target, extra),
    );
  }

  /** Not public: whether a subflow's own webhook brings a call back to it; here it does, like its parent's. */
  #takeBack(wait: OutsideWait, url: string, extra: Readonly<Record<string, string>>): boolean {
    const { store, executions } = this.#world;
    const record = this.#executionSid === null ? undefined : store.executions.get(this.#executionSid);
    if (record === undefined || record.state.wait !== wait || flowEventOf(url) !== 'return') return false;
    const flowSid = flowOfUrl(store, url)?.sid;
    if (!record.state.frames.some((frame) => frame.flowSid === flowSid)) return false;
    this.#stopWatching?.();
    this.#live.hand(this);
    this.#stopWatching = null;
    const data = { ...this.#parameters(), ...parametersIn(url), ...extra };
    executions.resume(record.sid, { kind: 'outside-event', event: 'return', data });
    return true;
  }

  #parameters(): JsonObject {
    return callParameters(this.#world.store.account.sid, this.#live.call);
  }
}

function needsCall({ type }: OutsideWait): boolean {
  const widget = widgets.get(type);
  return widget !== undefined && (widget.needsCall || widget.usesCall === true);
}
