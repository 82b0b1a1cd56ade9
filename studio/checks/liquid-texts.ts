import { analyzeTemplate, type TemplateAnalysis } from '../liquid/analyze-template';
import type { State } from '../model/flow-definition';
import { isJsonObject, type Json } from '../model/json';
import { placeBelow } from '../model/place-below';
import type { PropertySpec } from '../model/widget';
import { widgets } from '../widgets/registry';

/** A text of a widget. */
export interface PlacedText {
  readonly widget: string;
  /** The property it stands in or below; `conditions` for the texts of a split's arrows. */
  readonly property: string;
  /** The key of the parameter whose value it is. */
  readonly key?: string;
  /** JSON pointer. */
  readonly place: string;
  readonly text: string;
}

/** A text that Studio renders. */
export interface LiquidText extends PlacedText {
  readonly analysis: TemplateAnalysis;
}

/** Every text in the properties of a widget, in document order. */
export function textsOf(state: State, statePlace: string): readonly PlacedText[] {
  return Object.entries(state.properties).flatMap(([property, value]) =>
    textsIn(value, { widget: state.name, property, place: placeBelow(`${statePlace}/properties`, property) }),
  );
}

/**
 * The texts that Studio renders when it enters a widget: those that the widget's specification says, values of parameters,
 * and both sides of a condition, unless it repeats the split's `input`. Of properties that nobody published, any text.
 */
export function liquidTextsOf(state: State, statePlace: string): readonly LiquidText[] {
  const widget = widgets.get(state.type);
  const takesAny = widget === undefined || widget.isOpen === true || widget.isUnpublished === true;
  const own = textsOf(state, statePlace).filter(({ property, place }) => {
    const spec = widget?.properties[property];
    if (spec === undefined) return takesAny;
    return spec.type === 'parameters' ? place.endsWith('/value') : isRendered(spec);
  });
  return [...conditionTexts(state, statePlace), ...own].map((placed) => ({
    ...placed,
    analysis: analyzeTemplate(placed.text),
  }));
}

/** What a list holds that is no list of parameters is not known in detail: any text of it may be rendered. */
function isRendered({ type, liquid }: PropertySpec): boolean {
  return liquid === true || type === 'array';
}

function textsIn(value: Json, at: Omit<PlacedText, 'text'>): readonly PlacedText[] {
  if (typeof value === 'string') return [{ ...at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (!isJsonObject(value))
    return value.flatMap((item, index) => textsIn(item, { ...at, place: `${at.place}/${index}` }));
  const { key } = value;
  const named = typeof key === 'string' ? { ...at, key } : at;
  return Object.entries(value).flatMap(([name, item]) =>
    textsIn(item, { ...named, place: placeBelow(at.place, name) }),
  );
}

function conditionTexts(state: State, statePlace: string): readonly PlacedText[] {
  return state.transitions.flatMap(({ conditions = [] }, index) =>
    conditions.flatMap((condition, position) => {
      const place = `${statePlace}/transitions/${index}/conditions/${position}`;
      const at = { widget: state.name, property: 'conditions' };
      const tested = condition.arguments
        .map((text, nth) => ({ ...at, place: `${place}/arguments/${nth}`, text }))
        .filter(({ text }) => text !== state.properties['input']);
      return [...tested, { ...at, place: `${place}/value`, text: condition.value ?? '' }];
    }),
  );
}
