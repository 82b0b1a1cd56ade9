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
    ['regex', 'error', '(?is)err.*|[a-z0-9_-]{1,3}|(?!x)\\+\\d+?', [true]],
    ['regex', 'error', '(?i:error)|pending', [true, false]],
    ['regex', 'error', '[a-z]++', [true, false]],
    ['regex', 'error', '(?>e+)', [true, false]],
    ['regex', 'error', '(?<=x)e', [true, false]],
    ['regex', 'error', '\\p{Lower}+', [true, false]],
    ['regex', 'error', '[a-z&&[e]]', [true, false]],
    ['regex', 'error', '[]e]', [true, false]],
    ['regex', 'error', '\\Aerror\\z', [true, false]],
    ['regex', 'error', '(e', [true, false]],
    ['regex', 'one\ntwo', '.*', [true, false]],
    ['regex', 'é', 'É', [true, false]],
    ['equal_to', 'error', ' ', [true, false]],
    ['does_not_contain', 'error', '', [true, false]],
    ['equal_to', keys, '', [true, false]],
    ['matches_any_of', '', 'a,', [true, false]],
    ['matches_any_of', 'a', 'a,', [true]],
    ['less_than', 'error', '9', [true, false]],
    ['less_than', '8', '9', [true]],
    ['is_before_time', '09:00', '09:00', [true, false]],
    ['is_before_time', '08:59', '09:00', [true]],
    ['is_after_date', '1/1/26', '2026-01-01', [true, false]],
    ['is_after_date', '2026-01-02', '2026-01-01', [true]],
  ])('of %s for %j and %j', (type, tested, value, outcomes) => {
    expect(possibleOutcomes({ kind: 'condition', type, tested, value, holds: true })).toEqual(outcomes);
  });
});
