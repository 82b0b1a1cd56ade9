import { parametersOf } from '../model/parameters';
import { widgets as registry } from '../widgets/registry';
import type { CheckedWidget } from './checked-flow';
import { textOf } from './checked-flow';
import { warning, type Check, type Finding } from './check';

/**
 * What a widget cannot do its work without, though the schema takes the flow: required properties that are not empty, keys of
 * parameters, something in a message, somebody to connect to, conditions on a split's branches.
 */
export const completeWidgets: Check = ({ widgets }) =>
  widgets.flatMap((widget) => [
    ...needsRequired(widget),
    ...needsKeys(widget),
    ...(rules[widget.state.type]?.(widget) ?? []),
  ]);

const rules: Readonly<Record<string, (widget: CheckedWidget) => readonly Finding[]>> = {
  'connect-call-to': needsDestination,
  'enqueue-call': (widget) => needsOneOf(['workflow_sid', 'queue_name'], 'no queue is named', widget),
  'send-message': needsContent,
  'send-and-wait-for-reply': needsContent,
  'split-based-on': needsConditions,
};

/** Required texts that may be empty: a message without a sender comes from the number that the flow answers. */
const MAY_BE_EMPTY: Readonly<Record<string, readonly string[]>> = {
  'send-message': ['from'],
  'send-and-wait-for-reply': ['from'],
};

function needsRequired(widget: CheckedWidget): readonly Finding[] {
  const { type } = widget.state;
  const specs = Object.entries(registry.get(type)?.properties ?? {});
  return specs.flatMap(([name, spec]) => {
    const isText = spec.required === true && spec.type === 'string';
    if (!isText || MAY_BE_EMPTY[type]?.includes(name) || !isBlank(widget, name)) return [];
    const place = `${widget.place}/properties/${name}`;
    if (name === 'url') return [warning(place, 'the URL is empty, every run fails: fill it in')];
    return [warning(place, `"${name}" is empty, and ${type} can do nothing without it: fill it in`)];
  });
}

function needsKeys({ state, place }: CheckedWidget): readonly Finding[] {
  const specs = Object.entries(registry.get(state.type)?.properties ?? {});
  return specs
    .filter(([, spec]) => spec.type === 'parameters')
    .flatMap(([name]) =>
      parametersOf(state.properties[name]).flatMap(({ key }, index) =>
        key.trim() === ''
          ? [warning(`${place}/properties/${name}/${index}/key`, 'a value without a key: name it')]
          : [],
      ),
    );
}

/** A SIP address has a property of its own. */
function needsDestination(widget: CheckedWidget): readonly Finding[] {
  const destinations = textOf(widget, 'noun') === 'sip' ? ['sip_endpoint', 'to'] : ['to'];
  return needsOneOf(destinations, 'nobody to connect the caller to', widget);
}

function needsContent(widget: CheckedWidget): readonly Finding[] {
  return needsOneOf(['body', 'media_url', 'content_sid'], 'the message is empty', widget);
}

function needsOneOf(names: readonly string[], trouble: string, widget: CheckedWidget): readonly Finding[] {
  if (names.some((name) => !isBlank(widget, name))) return [];
  const mend = names.length === 1 ? `"${names.join('')}"` : `one of ${names.join(', ')}`;
  return [warning(`${widget.place}/properties`, `${trouble}: fill in ${mend}`)];
}

function needsConditions({ state, place }: CheckedWidget): readonly Finding[] {
  return state.transitions.flatMap(({ event, conditions = [] }, index) =>
    event === 'match' && conditions.length === 0
      ? [warning(`${place}/transitions/${index}`, 'a branch without a condition is never taken: give it one')]
      : [],
  );
}

function isBlank(widget: CheckedWidget, property: string): boolean {
  return textOf(widget, property).trim() === '';
}
