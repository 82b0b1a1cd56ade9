import { assertNever } from '../model/assert-never';
import type { Wait } from '../model/wait';

/** What a wait is for, with what a test can do about it. */
export function waitedFor(wait: Wait): string {
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
