import { mapTexts } from './map-texts';
import { mentionsPlaceholder, parsePlaceholder } from './placeholder';
import type { TextPlace } from './map-texts';
import type { Placeholder } from './placeholder';
import type { FlowDefinition } from '../model/flow-definition';

/** A text of a definition that holds a placeholder, or something that looks like one. */
export interface FoundPlaceholder extends TextPlace {
  readonly text: string;
  /** Null when it is of no known kind, or stands inside other text: such a one cannot be wired. */
  readonly placeholder: Placeholder | null;
}

/** Every placeholder of a definition, in document order. A wired flow has none. */
export function placeholdersIn(definition: FlowDefinition): readonly FoundPlaceholder[] {
  const found: FoundPlaceholder[] = [];
  mapTexts(definition, (text, at) => {
    if (mentionsPlaceholder(text)) found.push({ ...at, text, placeholder: parsePlaceholder(text) ?? null });
    return text;
  });
  return found;
}
