import type { Fact } from '../model/unknowns';
import { compileExpression, isDate, isNumber, isTime } from '../widgets/conditions';

type Condition = Pick<Extract<Fact, { readonly kind: 'condition' }>, 'type' | 'tested' | 'value'>;

/**
 * Whether Twilio leaves open what a condition comes to although its texts are known: an empty value, a comparison of what
 * is no number, date or time, equal dates and times, and expressions that Java may read otherwise than JavaScript.
 */
export function isLeftOpen({ type, tested: testedText, value: valueText }: Condition): boolean {
  const tested = testedText.trim();
  const value = valueText.trim();
  if (value === '') return true;
  switch (type) {
    case 'regex':
      return !isReadAlike(value, tested);
    case 'matches_any_of':
    case 'does_not_match_any_of':
      return tested === '' && value.split(',').some((item) => item.trim() === '');
    case 'less_than':
    case 'greater_than':
      return ![tested, value].every(isNumber);
    case 'is_before_time':
    case 'is_after_time':
      return ![tested, value].every(isTime) || tested === value;
    case 'is_before_date':
    case 'is_after_date':
      return ![tested, value].every(isDate) || tested === value;
    default:
      return false;
  }
}

/** Beyond these characters the engines disagree about case, words, blanks and ends of lines. */
const PRINTABLE = /^[\x20-\x7e]*$/;

const ESCAPE = String.raw`\\(?:[dDwWsS]|[^A-Za-z0-9])`;
const CLASS_CHARACTER = String.raw`(?:[^\\[\]&^-]|\\[^A-Za-z0-9])`;
const CLASS = String.raw`\[(?!\^?\])\^?-?(?:${CLASS_CHARACTER}(?:-${CLASS_CHARACTER})?|\\[dDwWsS])*-?\]`;
const REPEATED = String.raw`(?:[^\\^$|?*+()[\]{}]|${ESCAPE}|\\[bB]|${CLASS}|\))(?:(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})\??)?`;

/** Only what means the same in both: a list of what does not would be one of this year's engines. */
const COMMON = new RegExp(String.raw`^(?:${REPEATED}|[\^$|]|\((?:\?[:=!])?)*$`);

function isReadAlike(expression: string, tested: string): boolean {
  const withoutFlags = expression.replace(/^\(\?[is]+\)/, '');
  return (
    PRINTABLE.test(expression + tested) &&
    COMMON.test(withoutFlags) &&
    compileExpression(expression) !== undefined
  );
}
