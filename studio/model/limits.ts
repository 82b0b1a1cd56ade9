/**
 * Studio's limits. Every number is Twilio's own:
 * https://www.twilio.com/docs/studio/user-guide/studio-faq, unless another page is named.
 */

/** Steps of one execution, subflows included; then it ends with warning 81000. */
export const MAXIMUM_STEPS = 1000;

/** Times the same widget may run in a row; then the execution ends with warning 81001. */
export const MAXIMUM_CONSECUTIVE_RUNS = 10;

/** Iterations of one Liquid loop. */
export const MAXIMUM_LOOP_ITERATIONS = 15;

/** Characters that one Liquid template may render: 16 KB. */
export const MAXIMUM_RENDERED_LENGTH = 16 * 1024;

/** Widgets of a flow, each run of a subflow counted with all of its own: https://www.twilio.com/docs/api/errors/81026 */
export const MAXIMUM_WIDGETS = 2000;

/** Bytes that a Function or a server may answer: https://www.twilio.com/docs/studio/widget-library/run-function */
export const MAXIMUM_ANSWER_BYTES = 64 * 1024;
