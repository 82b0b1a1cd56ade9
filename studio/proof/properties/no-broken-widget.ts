import type { Property } from './property';

/**
 * Warnings that come of a hang-up (81002), of calls, messages, tasks and requests that fail, and of a missing subflow: the
 * world's doing, not the flow's.
 */
const EXPECTED = [
  81002, 81004, 81006, 81007, 81008, 81009, 81010, 81011, 81012, 81013, 81015, 81016, 81017, 81024,
];

/** Without a call: what a failed template and bad JSON leave behind is not public, so that nothing may hang on it. */
const NEVER_EXPECTED = [81018, 81027];

/**
 * A template that cannot be rendered or a split without a way out is a mistake that one path hides. What fails because of what
 * somebody outside said is no mistake of the flow.
 */
export const noBrokenWidget: Property = {
  name: 'no-broken-widget',
  statement: 'no path makes Studio warn of a mistake in the flow',
  violation: ({ log, execution: { trigger } }) => {
    const isMistake = (code: number): boolean =>
      trigger.kind === 'call' ? !EXPECTED.includes(code) : NEVER_EXPECTED.includes(code);
    const warning = log.find((entry) => entry.kind === 'warning' && isMistake(entry.code));
    if (warning?.kind !== 'warning') return null;
    return `Studio warns at "${warning.widget}" (${String(warning.code)}): ${warning.message}`;
  },
};
