import type { CheckedFlow } from './checked-flow';
import { warning, error, type Check, type Finding } from './check';
import type { PlacedText } from './liquid-texts';

/** A SID: two letters and 32 hexadecimal digits (https://www.twilio.com/docs/glossary/what-is-a-sid). */
const SID = /\b[A-Z]{2}[0-9a-f]{32}\b/g;

/** A host of Twilio's Functions, with or without a scheme or a password before it. */
const FUNCTION_HOST = /[\w-]\.twil\.io\b/i;

/**
 * In a flow with placeholders, or where they are asked for, no SID and no Function's host is written out: it would be that
 * of one account, and another account would call it. An account's other SIDs, for which there is no placeholder, are a
 * warning, and so is everything in a condition: wiring replaces whole texts of properties and nothing else.
 */
export const noLiteralWiring: Check = (flow) => {
  if (!flow.wantsPlaceholders) return [];
  return [
    ...flow.widgets.flatMap(({ state, texts }) => texts.flatMap((text) => inProperty(state.type, text))),
    ...conditionTexts(flow).flatMap(inCondition),
  ];
};

function inProperty(type: string, { place, property, text }: PlacedText): readonly Finding[] {
  const isFunctionUrl = type === 'run-function' && property === 'url' && /^https?:/.test(text);
  if (isFunctionUrl || FUNCTION_HOST.test(text)) {
    return [error(place, `"${text}" is the host of one account: write \${FUNCTION_URL:/path}`)];
  }
  return sidsIn(text).map((sid) => {
    const placeholder = PLACEHOLDERS[sid.slice(0, 2)];
    if (placeholder === undefined)
      return warning(place, `"${sid}" belongs to one account: pass it in as a parameter`);
    const mend =
      sid === text
        ? `write ${placeholder}`
        : `set a variable to ${placeholder}, which is always a whole text, and read that here`;
    return error(place, `"${sid}" belongs to one account: ${mend}`);
  });
}

function inCondition({ place, text }: PlacedText): readonly Finding[] {
  const found = FUNCTION_HOST.test(text) ? [text] : sidsIn(text);
  return found.map((literal) =>
    warning(
      place,
      `"${literal}" belongs to one account: compare with a variable that is set to it or to its placeholder`,
    ),
  );
}

/** What a split compares, where it is more than its `input` again. */
function conditionTexts({ liquid }: CheckedFlow): readonly PlacedText[] {
  return liquid.filter(({ property }) => property === 'conditions');
}

/** Each SID of a text once. */
function sidsIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(SID), ([sid]) => sid))];
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  FW: '${FLOW_SID:name}',
  ZE: '${ENVIRONMENT_SID}',
  ZH: '${FUNCTION_SID:/path}',
  ZS: '${SERVICE_SID}',
};
