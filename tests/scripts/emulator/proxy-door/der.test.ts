import * as der from '../../../../scripts/emulator/proxy-door/der';

const bytes = (...values: number[]): Buffer => Buffer.from(values);

describe('der', () => {
  test.each([
    ['a small number', der.integer(bytes(0, 0, 5)), '020105'],
    ['a number with its first bit set', der.integer(bytes(0x80)), '02020080'],
    ['nought', der.integer(bytes(0, 0)), '020100'],
    ['a name of one byte a part', der.objectIdentifier('2.5.29.17'), '0603551d11'],
    ['a name with long parts', der.objectIdentifier('1.2.840.10045.4.3.2'), '06082a8648ce3d040302'],
    ['true', der.bool(true), '0101ff'],
    ['false', der.bool(false), '010100'],
    ['bits', der.bitString(bytes(0b100), 2), '03020204'],
    ['text', der.utf8String('ä'), '0c02c3a4'],
    ['an empty sequence', der.sequence(), '3000'],
    ['a set in a sequence', der.sequence(der.setOf(der.bool(true))), '300531030101ff'],
    ['a numbered part', der.tagged(3, bytes(1)), 'a30101'],
    ['numbered bytes', der.taggedBytes(2, bytes(1)), '820101'],
  ])('writes %s', (_what, written, hex) => {
    expect(written.toString('hex')).toBe(hex);
  });

  test.each([
    [127, '047f'],
    [128, '048180'],
    [255, '0481ff'],
    [256, '04820100'],
    [70_000, '0483011170'],
  ])('writes the length %d', (length, hex) => {
    const written = der.octetString(Buffer.alloc(length));
    expect(written.subarray(0, -length).toString('hex')).toBe(hex);
  });

  test.each([
    [Date.UTC(2026, 0, 15, 12, 30, 5, 999), 0x17, '260115123005Z'],
    [Date.UTC(2049, 11, 31, 23, 59, 59), 0x17, '491231235959Z'],
    [Date.UTC(2050, 0, 1), 0x18, '20500101000000Z'],
  ])('writes the moment %d', (moment, tag, text) => {
    const written = der.time(moment);
    expect(written[0]).toBe(tag);
    expect(written.subarray(2).toString('ascii')).toBe(text);
  });
});
