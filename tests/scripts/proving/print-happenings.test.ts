import fc from 'fast-check';

import { printHappenings } from '../../../scripts/proving/print-happenings';

describe('printHappenings', () => {
  test('writes what happens line by line', () => {
    expect(printHappenings(['calls', 'presses 1'])).toEqual(['    calls', '    presses 1']);
  });

  test('counts what comes several times in a row', () => {
    expect(printHappenings(['hears', 'hears', 'hears', 'goes'])).toEqual([
      '    hears, 3 times in a row',
      '    goes',
    ]);
  });

  test('writes a round once', () => {
    const round = ['presses 1', 'sent', 'hears'];
    expect(printHappenings(['calls', ...round, ...round, ...round, 'sent'])).toEqual([
      '    calls',
      '    3 times in a row:',
      '      presses 1',
      '      sent',
      '      hears',
      '    sent',
    ]);
  });

  test('leaves out nothing that happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 }), (labels) => {
        expect(readAgain(printHappenings(labels))).toEqual(labels);
      }),
    );
  });
});

/** Writes out what was written short. */
function readAgain(lines: readonly string[]): string[] {
  return lines.flatMap((line, at) => {
    const [, round] = /^ {4}(\d+) times in a row:$/.exec(line) ?? [];
    if (round !== undefined) return repeated(linesBelow(lines, at), Number(round));
    const [, label = '', times = '1'] = /^ {4}(\w)(?:, (\d+) times in a row)?$/.exec(line) ?? [];
    return label === '' ? [] : repeated([label], Number(times));
  });
}

function linesBelow(lines: readonly string[], at: number): string[] {
  const below = lines.slice(at + 1);
  const end = below.findIndex((line) => !line.startsWith('      '));
  return below.slice(0, end < 0 ? below.length : end).map((line) => line.trim());
}

function repeated(round: readonly string[], times: number): string[] {
  return Array.from({ length: times }, () => round).flat();
}
