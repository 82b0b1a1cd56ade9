import { flow, state } from '../../support/flows';

/** A flow that the parser finds nothing in. */
export const sound = flow(
  state('hello', 'say-play', { say: 'Hello.', loop: 1, offset: { x: 0, y: 0 } }, { audioComplete: '' }),
);

/** The sound flow with one thing changed by JSON pointer-like path. */
export function withChange(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(sound) as unknown;
  let target = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) target = target[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete target[last];
  else target[last] = value;
  return copy;
}
