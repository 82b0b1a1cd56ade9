import { pause } from '../time.private';
import type { Time } from '../time.private';
import type { Store, Stored } from './store.private';
import type { SyncDocument } from './sync-port.private';

/** What is to become of a document: written as `data`, or left as it is. `value` is what the caller wants to know. */
export type Step<T> =
  | { readonly kind: 'write'; readonly data: object; readonly value: T }
  | { readonly kind: 'leave'; readonly value: T };

/** How a change went; `document` as it is now. After `unavailable` it may or may not have happened, and what it was for must not go on. */
export type Changed<T> =
  | { readonly kind: 'done'; readonly value: T; readonly document?: SyncDocument }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unavailable' };

/** A change of one document. */
export interface Change<T> {
  readonly name: string;
  /**
   * Decides on the newest data, `undefined` when there is no document. Called again when somebody else was faster or an answer was
   * lost, so that it has to recognise what it wrote itself.
   */
  readonly decide: (data: unknown) => Step<T>;
  /** With a time to live, a missing document is created. Without it, it is `missing`. */
  readonly ttlSeconds?: number;
  /** What the document probably is, so that it need not be read first; `new`: it probably is not there. */
  readonly guess?: SyncDocument | 'new';
}

const MOST_ROUNDS = 5;
/** Of the pause after the first lost race; it doubles. */
const PAUSE_MILLISECONDS = 40;

/** Reads, decides and writes under the condition that nobody wrote between, at most five times, with a random pause between. */
export async function changeDocument<T>(store: Store, time: Time, change: Change<T>): Promise<Changed<T>> {
  let guess = change.guess;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (round > 0) await pause(time, time.random() * PAUSE_MILLISECONDS * 2 ** round);
    const changed = await changeOnce(store, change, guess);
    if (changed.kind !== 'again') return changed;
    guess = undefined;
  }
  return { kind: 'unavailable' };
}

/** `again`: somebody else was faster, or an answer was lost. */
async function changeOnce<T>(
  store: Store,
  change: Change<T>,
  guess: Change<T>['guess'],
): Promise<Changed<T> | { readonly kind: 'again' }> {
  const known = guess ?? (await look(store, change));
  if (known === 'missing' || known === 'unavailable') return { kind: known };
  const step = change.decide(known === 'new' ? undefined : known.data);
  if (step.kind === 'leave') {
    return { kind: 'done', value: step.value, ...(known === 'new' ? {} : { document: known }) };
  }
  const written = await write(store, change, known, step.data);
  if (written.kind === 'unavailable') return { kind: 'unavailable' };
  if (written.kind !== 'done') return { kind: 'again' };
  return { kind: 'done', value: step.value, document: { data: step.data, revision: written.revision } };
}

async function look<T>(
  store: Store,
  { name, ttlSeconds }: Change<T>,
): Promise<SyncDocument | 'new' | 'missing' | 'unavailable'> {
  const read = await store.read(name);
  if (read.kind === 'done') return read;
  if (read.kind !== 'missing') return 'unavailable';
  return ttlSeconds === undefined ? 'missing' : 'new';
}

async function write<T>(
  store: Store,
  { name, ttlSeconds }: Change<T>,
  known: SyncDocument | 'new',
  data: object,
): Promise<Stored> {
  if (known === 'new') return store.create(name, data, ttlSeconds ?? 0);
  return store.replace(name, data, known.revision, ttlSeconds);
}
