import { assertNever } from '../model/assert-never';
import { speechSeconds } from '../model/speech-seconds';
import { originsOf, withoutUnknown } from '../model/unknown';
import type { Speech, Wait } from '../model/wait';
import type { Choice } from './choice';

/** How long one happening takes at most, and what may take longer, one sentence each. */
export interface Duration {
  readonly seconds: number;
  readonly besides: readonly string[];
}

/** A Function has 10 seconds (https://www.twilio.com/docs/studio/widget-library/run-function), and so has an HTTP request. */
const FUNCTION_SECONDS = 10;

/** Keys that are counted where nothing limits them: the longest code that Verify sends (https://www.twilio.com/docs/verify/api/service). */
const COUNTED_KEYS = 10;

/** The longest that a choice can take at a wait of a widget. */
export function durationAt(widget: string, wait: Wait, choice: Choice): Duration {
  switch (wait.kind) {
    case 'speech':
      return saying(widget, wait.speech);
    case 'keys':
      return gathering(widget, wait, choice);
    case 'function':
    case 'http':
      return { seconds: FUNCTION_SECONDS, besides: [] };
    case 'message':
      return { seconds: 0, besides: [] };
    case 'reply':
      return { seconds: wait.timeoutSeconds, besides: [] };
    case 'outside':
      return { seconds: 0, besides: [`the time that passes outside at "${widget}" is not counted`] };
    default:
      return assertNever(wait);
  }
}

/**
 * Every key may come when the timeout is nearly over, which then begins anew (https://www.twilio.com/docs/voice/twiml/gather#timeout).
 * Without a number of digits nothing limits them.
 */
function gathering(
  widget: string,
  { prompt, timeoutSeconds, numberOfDigits }: Extract<Wait, { readonly kind: 'keys' }>,
  { input }: Choice,
): Duration {
  const said = saying(widget, prompt);
  if (input.kind === 'speech')
    return {
      seconds: said.seconds + timeoutSeconds,
      besides: [...said.besides, `how long somebody speaks at "${widget}" is not counted`],
    };
  if (input.kind !== 'keys') return { ...said, seconds: said.seconds + timeoutSeconds };
  const keys = numberOfDigits ?? COUNTED_KEYS;
  const more = `${String(timeoutSeconds)} seconds for each key after the ${String(COUNTED_KEYS)}th at "${widget}", which takes any number of keys`;
  return {
    // Where the keys are limited, the last one ends the input.
    seconds: said.seconds + (numberOfDigits === null ? keys + 1 : keys) * timeoutSeconds,
    besides: [...said.besides, ...(numberOfDigits === null && timeoutSeconds > 0 ? [more] : [])],
  };
}

/** Text that is unknown takes as long as it is known to be at most. */
function saying(widget: string, speech: Speech): Duration {
  const isBounded = originsOf(speech.say).every(({ characters }) => Number.isFinite(characters));
  const say = withoutUnknown(speech.say, (origins) => {
    const characters = origins.reduce((sum, origin) => sum + origin.characters, 0);
    return Number.isFinite(characters) ? 'x'.repeat(characters) : '';
  });
  const besides = [
    ...(isBounded ? [] : [`a text at "${widget}" may be of any length`]),
    ...(speech.play === '' ? [] : [`the audio file at "${widget}" is counted as a few seconds`]),
  ];
  return { seconds: speechSeconds({ ...speech, say }), besides };
}
