import { CHOICES } from '../model/undocumented';
import { textOf } from './checked-flow';
import { warning, type Check } from './check';

/**
 * A split names what it tests twice: in `input`, which the console shows, and in `arguments` of each condition. Where they
 * differ, one of them is left over from a copied widget, and Twilio does not say which of them Studio evaluates.
 */
export const singleSplitInput: Check = ({ widgets }) =>
  widgets.flatMap((widget) => {
    const { state, place } = widget;
    if (state.type !== 'split-based-on') return [];
    const input = textOf(widget, 'input');
    return widget.liquid
      .filter((text) => text.place.includes('/arguments/') && inner(text.text) !== inner(input))
      .map((text) =>
        warning(
          text.place,
          `tests "${text.text}" while "input" at ${place}/properties/input is "${input}": make them the same (here ${CHOICES.splitTests} decides)`,
        ),
      );
  });

/** A template without its blanks: `{{ a }}` and `{{a}}` are one. */
function inner(template: string): string {
  return template.replace(/\s+/g, '');
}
