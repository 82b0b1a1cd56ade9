import { readFileSync } from 'node:fs';

import type { OtpSetting } from '../../../functions/lib/otp/setting-table.private';
import { OTP_SETTINGS } from '../../../functions/lib/otp/setting-table.private';
import { tableRows } from '../../structure/arrow-rows';

/** A setting as the document shows it. */
function rowOf([name, { fallback, range, meaning }]: [string, OtpSetting]): string[] {
  const limits = range === undefined ? '' : `${String(range[0])} to ${String(range[1])}`;
  return [`\`${name}\``, fallback === null ? '' : `\`${fallback}\``, limits, meaning];
}

describe('docs/otp/settings.md', () => {
  test('has every setting as the functions know it', () => {
    const rows = tableRows(readFileSync('docs/otp/settings.md', 'utf8'));
    expect(rows).toEqual(Object.entries<OtpSetting>(OTP_SETTINGS).map(rowOf));
  });
});
