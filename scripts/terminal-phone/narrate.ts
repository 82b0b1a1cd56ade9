import type { CallResult } from '../calls/call-result';
import type { CallScript } from '../calls/call-script';
import type { CallWorld } from '../calls/play-call';
import { playCall } from '../calls/play-call';
import type { Entry } from './entry';
import { hear } from './hear';
import { dialled } from './phone-view';

/** Plays a script and tells the call as it goes; result and signal are `playCall`'s. */
export async function narrate(
  world: CallWorld,
  script: CallScript & { readonly to: string },
  tell: (entry: Entry) => void,
  signal?: AbortSignal,
): Promise<CallResult> {
  const start = dialled(script.from, script.to, world.clock.now());
  let { view } = start;
  start.entries.forEach(tell);
  return playCall(world, script, {
    ...(signal !== undefined && { signal }),
    onEvent: (event) => {
      const change = hear(view, event, world.clock.now());
      view = change.view;
      change.entries.forEach(tell);
    },
  });
}
