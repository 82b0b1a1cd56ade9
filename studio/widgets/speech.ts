import type { Speech } from '../model/wait';
import type { Visit } from '../model/widget';

/** What a widget says or plays, rendered. Repeats once unless `loop` says otherwise. */
export function speechOf(visit: Visit): Speech {
  const loop = visit.property('loop');
  return {
    say: visit.text('say'),
    play: visit.text('play'),
    digits: visit.text('digits'),
    language: visit.text('language'),
    voice: visit.text('voice'),
    loop: typeof loop === 'number' ? loop : 1,
  };
}
