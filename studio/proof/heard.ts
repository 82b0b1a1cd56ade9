import { isFilled } from '../model/unknown';
import type { Speech } from '../model/wait';

/**
 * Whether something is certainly heard. An empty text, tags of SSML alone and tones are not, nor is what may be blank: Studio shows
 * a variable that is not there as nothing.
 */
export function isHeard({ say, play }: Speech): boolean {
  return [say.replace(/<[^>]*>/g, ''), play].some(isFilled);
}
