import fc from 'fast-check';
import { conditions } from '../../../studio/widgets/conditions';

/** Rows of `[tested, value, holds]` for each predicate, as the documentation of Split Based On words them. */
const rows: Readonly<Record<string, readonly (readonly [string, string, boolean])[]>> = {
  equal_to: [
    ['a', 'a', true],
    ['a', 'b', false],
    ['', '', true],
  ],
  not_equal_to: [
    ['a', 'b', true],
    ['a', 'a', false],
  ],
  matches_any_of: [
    ['one', '1, 1-, 1., one', true],
    ['2', '1, 1-, 1., one', false],
  ],
  does_not_match_any_of: [
    ['2', '1,one', true],
    ['one', '1, one', false],
  ],
  is_blank: [
    ['', 'is blank', true],
    ['x', 'is blank', false],
  ],
  is_not_blank: [
    ['x', '', true],
    ['', '', false],
  ],
  regex: [
    ['3', '[1-5]', true],
    ['6', '[1-5]', false],
    ['33', '[1-5]', false],
    ['a b', 'A B', true],
    ['x', '(', false],
    ['+14155550100', '\\+\\d{11}', true],
    ['ab\ncd', '.*', true],
    ['a|b', 'a|b', false],
    ['abc', '(?i)ABC', true],
  ],
  contains: [
    ['aab', 'a', true],
    ['aab', 'c', false],
  ],
  does_not_contain: [
    ['aab', 'c', true],
    ['aab', 'a', false],
  ],
  starts_with: [
    ['hoot', 'hoo', true],
    ['hoot', 'oot', false],
  ],
  does_not_start_with: [
    ['hoot', 'oot', true],
    ['hoot', 'hoo', false],
  ],
  less_than: [
    ['9', '10', true],
    ['10', '10', false],
    ['a', '10', false],
    ['', '10', false],
    ['1.5', '2', true],
  ],
  greater_than: [
    ['10', '9', true],
    ['10', '10', false],
    ['b', 'a', false],
    ['-1', '-2', true],
  ],
  is_before_time: [
    ['08:59', '09:00', true],
    ['09:00', '09:00', false],
    ['9:00', '10:00', false],
  ],
  is_after_time: [
    ['17:01', '17:00', true],
    ['17:00', '17:00', false],
  ],
  is_before_date: [
    ['2026-01-01', '2026-01-02', true],
    ['2026-01-02', '2026-01-02', false],
    ['1/1/26', '2026-01-02', false],
  ],
  is_after_date: [
    ['2026-01-03', '2026-01-02', true],
    ['2026-01-02', '2026-01-02', false],
  ],
};

describe.each(Object.keys(conditions))('%s', (type) => {
  test('has rows that hold and rows that do not', () => {
    const outcomes = (rows[type] ?? []).map(([, , holds]) => holds);
    expect(new Set(outcomes)).toEqual(new Set([true, false]));
  });

  test.each(rows[type] ?? [])('of "%s" and "%s" is %s', (tested, value, holds) => {
    expect(conditions[type]?.(tested, value)).toBe(holds);
  });

  test('answers for any two texts', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (tested, value) => typeof conditions[type]?.(tested, value) === 'boolean',
      ),
    );
  });
});
