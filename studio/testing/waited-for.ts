import { assertNever } from '../model/assert-never';
import type { Wait } from '../model/wait';

/** Where a flow stands: its widget, what that waits for, and what was heard last. */
export function standsAt(widget: string, wait: Wait, lastHeard: string | undefined): string {
  const after = lastHeard === undefined ? '' : `. The last thing heard was "${lastHeard}"`;
  return `widget "${widget}" ${waitedFor(wait)}${after}`;
}

/** What a wait is for, with what a test can do about it. */
function waitedFor(wait: Wait): string {
  switch (wait.kind) {
    case 'speech':
      return 'waits until all is said: goOn() or hangUp()';
    case 'keys':
      return wait.listens
        ? 'waits for keys or speech: press(), say(), stayQuiet() or hangUp()'
        : 'waits for keys and hears no speech: press(), stayQuiet() or hangUp()';
    case 'message':
      return 'sends a message: goOn(), tell("sent") or tell("failed")';
    case 'reply':
      return 'waits for a reply: reply(), stayQuiet() or tell("deliveryFailure")';
    case 'function':
    case 'http':
      return `waits for an answer of ${wait.request.method} ${wait.request.url}: answer(), or a rule for it in "http"`;
    case 'outside':
      return `waits for one of its events: ${wait.events.map((event) => `tell("${event}")`).join(', ')}`;
    default:
      return assertNever(wait);
  }
}

/** Whether nobody has to do anything for a wait to end. */
export function goesOn({ kind }: Wait): boolean {
  return kind === 'speech' || kind === 'message' || kind === 'function' || kind === 'http';
}

/** After how many seconds the flow goes on by itself; null: it does not. */
export function timeoutSecondsOf(wait: Wait): number | null {
  switch (wait.kind) {
    case 'keys':
    case 'reply':
    case 'outside':
      return wait.timeoutSeconds;
    default:
      return null;
  }
}
