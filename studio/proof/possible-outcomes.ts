import { isFilled, isUnknown, keysShapeOf, type KeysShape } from '../model/unknown';
import type { Fact } from '../model/unknowns';
import { isLeftOpen } from './open-conditions';

type Condition = Extract<Fact, { readonly kind: 'condition' }>;

const EITHER = [true, false];

/**
 * What a condition of a split can come to when some of its texts are unknown, or Twilio leaves it open. Of keys that a
 * caller pressed it is known which ones a phone has, and how many at most; of anything else nothing.
 */
export function possibleOutcomes(condition: Condition): readonly boolean[] {
  const { type, tested, value, holds } = condition;
  if (type === 'is_blank' || type === 'is_not_blank') return blankOutcomes(condition);
  if (!isUnknown(value) && isLeftOpen(condition)) return EITHER;
  if (!isUnknown(tested) && !isUnknown(value)) return [holds];
  const shape = keysShapeOf(tested.trim());
  return shape === undefined || isUnknown(value) ? EITHER : keysOutcomes(type, value, shape);
}

/**
 * These do not look at the value. A text with something known in it is not blank, whatever the rest is; and keys are not,
 * unless the key that ends the input is all that was pressed: whether that is a keypress or silence nobody says.
 */
function blankOutcomes({ type, tested, holds }: Condition): readonly boolean[] {
  if (!isUnknown(tested)) return [holds];
  return isFilled(tested) || keysShapeOf(tested.trim())?.finishOnKey === ''
    ? [type === 'is_not_blank']
    : EITHER;
}

/** Keys can be equal to a text of keys only, and to no longer one than can be pressed. */
function keysOutcomes(type: string, value: string, shape: KeysShape): readonly boolean[] {
  switch (type) {
    case 'equal_to':
      return fits(value, shape) ? EITHER : [false];
    case 'not_equal_to':
      return fits(value, shape) ? EITHER : [true];
    case 'matches_any_of':
      return value.split(',').some((item) => fits(item, shape)) ? EITHER : [false];
    case 'does_not_match_any_of':
      return value.split(',').some((item) => fits(item, shape)) ? EITHER : [true];
    default:
      return EITHER;
  }
}

function fits(text: string, { maximum, finishOnKey }: KeysShape): boolean {
  const keys = text.trim();
  const hasFinishKey = finishOnKey !== '' && keys.includes(finishOnKey);
  return /^[0-9*#]+$/.test(keys) && keys.length <= maximum && !hasFinishKey;
}
