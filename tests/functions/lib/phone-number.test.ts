import fc from 'fast-check';

import { maskPhoneNumber, readPhoneNumber } from '../../../functions/lib/phone-number.private';
import { isCallerId } from '../../../scripts/emulator/voice/caller-id';
import { isWithheld, WITHHELD_CALLER_IDS } from '../../../functions/lib/withheld-caller-ids.private';

describe('readPhoneNumber', () => {
  test.each([
    ['+14155550100', '+14155550100'],
    ['  +1 (415) 555-0100 ', '+14155550100'],
    ['+34 600 000 000', '+34600000000'],
    ['+34911234567', '+34911234567'],
  ])('normalises %j', (text, e164) => {
    expect(readPhoneNumber(text)).toMatchObject({ kind: 'valid', e164 });
  });

  test.each([
    ['', 'blank'],
    [' \t', 'blank'],
    ['Anonymous', 'withheld'],
    ['+266 696 687', 'withheld'],
    ['+１７３７８７４２８３３', 'withheld'],
    ['4155550100', 'not_a_number'],
    ['14155550100', 'not_a_number'],
    ['+1415555010', 'not_a_number'],
    ['+14155550100;ext=5', 'not_a_number'],
    ['tel:+14155550100', 'not_a_number'],
    ['call +14155550100', 'not_a_number'],
    ['sip:+14155550100@example.com', 'not_a_number'],
    ['client:alice', 'not_a_number'],
    ['+'.repeat(30), 'not_a_number'],
    [`+1${'4'.repeat(60)}`, 'too_long'],
  ])('refuses %j', (text, reason) => {
    expect(readPhoneNumber(text)).toEqual({ kind: 'invalid', reason });
  });

  test('answers valid only with E.164, and the same when read again', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^\+?[0-9 ().-]{5,20}$/));
    fc.assert(
      fc.property(texts, (text) => {
        const number = readPhoneNumber(text);
        if (number.kind === 'invalid') return;
        expect(number.e164).toMatch(/^\+[1-9][0-9]{6,14}$/);
        expect(readPhoneNumber(number.e164)).toEqual(number);
      }),
      { numRuns: 1_000, seed: 1 },
    );
  });
});

describe('withheld caller IDs', () => {
  test.each([...WITHHELD_CALLER_IDS.keys()])(
    'include nothing that the local phone cannot call from: %j',
    (callerId) => {
      expect(isCallerId(callerId)).toBe(true);
    },
  );

  test.each([...WITHHELD_CALLER_IDS.keys()])('include %j in any case', (callerId) => {
    expect(isWithheld(callerId.toUpperCase())).toBe(true);
    expect(readPhoneNumber(callerId)).toEqual({ kind: 'invalid', reason: 'withheld' });
  });
});

describe('maskPhoneNumber', () => {
  test.each([
    ['+14155550100', '+1******0100'],
    ['+34600000000', '+3******0000'],
    ['+2907123', '+2****23'],
  ])('masks %s', (e164, masked) => {
    expect(maskPhoneNumber(e164)).toBe(masked);
  });
});
