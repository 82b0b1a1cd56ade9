import type { CheckedWidget } from './checked-flow';
import { textOf } from './checked-flow';
import { warning, type Check, type Finding } from './check';

/**
 * What a widget cannot do its work without, though the schema takes the flow: a URL that is not empty, something in a
 * message, conditions on a split's branches.
 */
export const completeWidgets: Check = ({ widgets }) =>
  widgets.flatMap((widget) => rules[widget.state.type]?.(widget) ?? []);

const rules: Readonly<Record<string, (widget: CheckedWidget) => readonly Finding[]>> = {
  'run-function': needsUrl,
  'make-http-request': needsUrl,
  'send-message': needsContent,
  'send-and-wait-for-reply': needsContent,
  'split-based-on': needsConditions,
};

function needsUrl(widget: CheckedWidget): readonly Finding[] {
  if (textOf(widget, 'url') !== '') return [];
  return [warning(`${widget.place}/properties/url`, 'the URL is empty, every run fails: fill it in')];
}

function needsContent(widget: CheckedWidget): readonly Finding[] {
  const contents = ['body', 'media_url', 'content_sid'];
  if (contents.some((name) => textOf(widget, name) !== '')) return [];
  return [
    warning(`${widget.place}/properties`, `the message is empty: fill in one of ${contents.join(', ')}`),
  ];
}

function needsConditions({ state, place }: CheckedWidget): readonly Finding[] {
  return state.transitions.flatMap(({ event, conditions = [] }, index) =>
    event === 'match' && conditions.length === 0
      ? [warning(`${place}/transitions/${index}`, 'a branch without a condition is never taken: give it one')]
      : [],
  );
}
