import { unknownKeys, unknownText } from '../../../studio/model/unknown';
import { possibleOutcomes } from '../../../studio/proof/possible-outcomes';

const keys = unknownKeys('widgets.menu.Digits', { maximum: 4, finishOnKey: '#' });
const endless = unknownKeys('widgets.menu.Digits', { maximum: 4, finishOnKey: '' });
const anything = unknownText('trigger.call.From');

describe('possibleOutcomes', () => {
  test.each([
    ['equal_to', 'approved', 'approved', [true]],
    ['equal_to', anything, 'x', [true, false]],
    ['equal_to', 'x', anything, [true, false]],
    ['is_blank', anything, '', [true, false]],
    ['is_blank', `+1${anything}`, '', [false]],
    ['is_not_blank', `${anything}${keys}`, '', [true, false]],
    ['is_blank', keys, '', [true, false]],
    ['is_blank', endless, '', [false]],
    ['is_not_blank', endless, anything, [true]],
    ['equal_to', keys, '12', [true, false]],
    ['equal_to', keys, '12345', [false]],
    ['equal_to', keys, '1#', [false]],
    ['equal_to', keys, 'sent', [false]],
    ['not_equal_to', keys, 'sent', [true]],
    ['not_equal_to', keys, '1', [true, false]],
    ['matches_any_of', keys, 'a, 2', [true, false]],
    ['matches_any_of', keys, 'a, b', [false]],
    ['does_not_match_any_of', keys, 'a, b', [true]],
    ['greater_than', keys, '7', [true, false]],
    ['regex', keys, '[89]', [true, false]],
  ])('of %s for %j and %j', (type, tested, value, outcomes) => {
    expect(possibleOutcomes({ kind: 'condition', type, tested, value, holds: true })).toEqual(outcomes);
  });
});
