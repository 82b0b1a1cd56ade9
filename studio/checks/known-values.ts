import { didYouMean } from '../model/did-you-mean';
import { isJsonObject } from '../model/json';
import type { PropertySpec } from '../model/widget';
import { widgets as registry } from '../widgets/registry';
import type { CheckedWidget } from './checked-flow';
import { warning, type Check, type Finding } from './check';

/** What a text may be: some words, or a whole number from 0 to a maximum, or both. */
interface Known {
  readonly words?: readonly string[];
  /** Infinity: any whole number. */
  readonly maximum?: number;
}

const TRIM: Known = { words: ['trim-silence', 'do-not-trim'] };
const SECONDS: Known = { maximum: Infinity };

/** Texts for which Twilio documents all values (https://www.twilio.com/docs/studio/widget-library), by widget type. */
const known: Readonly<Record<string, Readonly<Record<string, Known>>>> = {
  'add-twiml-redirect': { timeout: { maximum: 14_400 } },
  'connect-call-to': { time_limit: SECONDS },
  'fork-stream': { stream_transport_type: { words: ['websocket', 'siprec'] } },
  'gather-input-on-call': { speech_timeout: { words: ['auto'], maximum: Infinity } },
  'make-outgoing-call-v2': { machine_detection: { words: ['Enable', 'DetectMessageEnd'] }, trim: TRIM },
  'record-call': { trim: TRIM },
  'record-voicemail': { trim: TRIM },
  'send-and-wait-for-reply': { timeout: SECONDS },
};

/** What a parameter may become. */
const PARAMETER_TYPE: Known = { words: ['string', 'json_object'] };

/** Empty where no key stops a gather: real flows have it. */
const MAY_BE_EMPTY = ['finish_on_key'];

/**
 * Values that mean nothing to Twilio, in texts that it gives a choice of values for. Not public: which of them its validation
 * refuses, so they are no errors. What Liquid gives is not known here, and passes.
 */
export const knownValues: Check = ({ widgets }) => widgets.flatMap(unknownValues);

function unknownValues(widget: CheckedWidget): readonly Finding[] {
  const { state, place } = widget;
  const texts = Object.entries(known[state.type] ?? {}).flatMap(([name, values]) =>
    unknownValue(`${place}/properties/${name}`, state.properties[name], values),
  );
  const specs = Object.entries(registry.get(state.type)?.properties ?? {});
  return [...texts, ...specs.flatMap(([name, spec]) => unknownChoices(name, spec, widget))];
}

/** Empty choices, which the parser takes for absent ones, and types of parameters. */
function unknownChoices(
  name: string,
  { type, enumeration }: PropertySpec,
  { state, place }: CheckedWidget,
): readonly Finding[] {
  const value = state.properties[name];
  const ownPlace = `${place}/properties/${name}`;
  if (enumeration !== undefined && value === '' && !MAY_BE_EMPTY.includes(name)) {
    const mend = `write ${enumeration.join(' or ')}, or remove it`;
    return [warning(ownPlace, `"${name}" is empty: ${mend}`)];
  }
  if (type !== 'parameters' || !Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) =>
    isJsonObject(item) ? unknownValue(`${ownPlace}/${index}/type`, item['type'], PARAMETER_TYPE) : [],
  );
}

function unknownValue(place: string, value: unknown, values: Known): readonly Finding[] {
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const text = String(value);
  const { words = [], maximum } = values;
  const isNumber = maximum !== undefined && /^\d+$/.test(text) && Number(text) <= maximum;
  if (text === '' || text.includes('{{') || words.includes(text) || isNumber) return [];
  return [warning(place, `"${text}" means nothing here${didYouMean(text, words)}: write ${choice(values)}`)];
}

function choice({ words = [], maximum }: Known): string {
  const bound = maximum === Infinity ? '' : ` from 0 to ${maximum}`;
  return [...words, ...(maximum === undefined ? [] : [`a whole number${bound}`])].join(' or ');
}
