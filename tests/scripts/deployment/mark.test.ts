import { OTP_SETTINGS } from '../../../functions/lib/otp/setting-table.private';
import {
  LONGEST_VALUE,
  MARK_KEY,
  formatMark,
  isMarkedVariable,
  readMark,
} from '../../../scripts/deployment/mark/mark';
import { MARK } from './example-want';

describe('formatMark', () => {
  const variables = ['VERIFY_RATE_LIMIT', 'LOOKUP_LINE_TYPE', 'WEB_ACCENT', ...Object.keys(OTP_SETTINGS)];

  test('has room for every setting of the functions', () => {
    const value = formatMark({ ...MARK, variables });
    expect(Buffer.byteLength(value)).toBeLessThanOrEqual(LONGEST_VALUE);
    const read = readMark([{ key: MARK_KEY, value }]) ?? MARK;
    expect(variables.filter((name) => !isMarkedVariable(read, name))).toEqual([]);
    expect(formatMark(read)).toBe(value);
  });

  test('claims no variable of another family', () => {
    const value = formatMark({ ...MARK, variables: ['OTP_SECRET', 'TOKEN'] });
    const read = readMark([{ key: MARK_KEY, value }]) ?? MARK;
    const names = ['OTP_SECRET', 'OTP_FROM', 'TOKEN', 'WEB_ACCENT', 'OTPSECRET', 'TOKENS'];
    expect(names.filter((name) => isMarkedVariable(read, name))).toEqual(['OTP_SECRET', 'OTP_FROM', 'TOKEN']);
  });
});
