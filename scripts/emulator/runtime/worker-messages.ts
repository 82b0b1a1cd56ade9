import type { Milliseconds } from '../time/clock';
import type { Route } from './routes';

/** What the worker of an environment is told once, when it starts. */
export interface WorkerStart {
  readonly kind: 'start';
  readonly domain: string;
  readonly directory: string;
  readonly routes: readonly Route[];
  /** Everything that the functions find in `process.env` and, with the path, in `context`. */
  readonly variables: Readonly<Record<string, string>>;
  /** The virtual time to start at; null for real time. */
  readonly now: Milliseconds | null;
}

/**
 * - `settle`: answer soon with `settled`, `sent` requests having been sent to it so far in all.
 * - `advance`: move virtual time, answer with `advanced`.
 */
export type ToWorker =
  | WorkerStart
  | { readonly kind: 'settle'; readonly id: number; readonly sent: number }
  | { readonly kind: 'advance'; readonly id: number; readonly now: Milliseconds };

/**
 * What the worker says. `isAtRest`: nothing real is going on in it. `handling`: requests it has not answered yet. `ports`:
 * of the requests it has sent itself, null for one without a connection.
 */
export type FromWorker =
  | { readonly kind: 'listening'; readonly port: number }
  | {
      readonly kind: 'settled';
      readonly id: number;
      readonly isAtRest: boolean;
      readonly handling: number;
      readonly ports: readonly (number | null)[];
      readonly nextTimer: Milliseconds | null;
    }
  | { readonly kind: 'advanced'; readonly id: number };

/**
 * Carries the virtual time with each request to the worker. The runtime handler keeps every `i-twilio-` header from
 * functions, so they do not see it.
 */
export const NOW_HEADER = 'i-twilio-local-now';
