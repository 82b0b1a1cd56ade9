/**
 * Values chosen where Twilio says nothing public about how Studio behaves. Choices that are a way of working rather
 * than a value stand in the file that works so, marked "Not public"; docs/twilio-facts.md lists them all.
 */

/** Which text a split condition tests when `arguments[0]` and the widget's `input` differ: the condition's own. */
export const SPLIT_TESTS: 'arguments' | 'input' = 'arguments';

/** What a template that fails (warning 81018) renders. */
export const RENDERED_ON_ERROR = '';

/** What a `json_object` that is none (warning 81027) leaves in a variable. */
export const STORED_ON_BAD_JSON = '';

/**
 * Offset of the `date` filter from UTC in minutes, as liquidjs counts it (480 is UTC-8). Twilio's support article says
 * "PST"; whether summer time applies is not said.
 */
export const DATE_FILTER_OFFSET_MINUTES = 480;
