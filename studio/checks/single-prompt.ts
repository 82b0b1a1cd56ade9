import { textOf } from './checked-flow';
import { error, warning, type Check, type Finding } from './check';

/** The properties of which each type takes one: https://www.twilio.com/docs/studio/rest-api/v2/schemas */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'say-play': ['say', 'play', 'digits'],
  'gather-input-on-call': ['say', 'play'],
};

/**
 * Say/Play has exactly one of `say`, `play` and `digits`, Gather one of `say` and `play`. Two are an error, as Twilio's
 * schema refuses them; a blank one is there and only silent, so a warning.
 */
export const singlePrompt: Check = ({ widgets }) =>
  widgets.flatMap((widget): readonly Finding[] => {
    const choices = CHOICES[widget.state.type];
    if (choices === undefined) return [];
    const place = `${widget.place}/properties`;
    const set = choices.filter((name) => textOf(widget, name).trim() !== '');
    if (set.length > 1) {
      return [
        error(
          place,
          `has ${set.join(' and ')}, takes exactly one of ${choices.join(', ')}: remove the others`,
        ),
      ];
    }
    if (set.length === 1) return [];
    return [warning(place, `says nothing, takes exactly one of ${choices.join(', ')}: fill one in`)];
  });
