import fc from 'fast-check';

import { printHappenings } from '../../../scripts/proving/print-happenings';

describe('printHappenings', () => {
  test('numbers what happens', () => {
    expect(printHappenings(['calls', 'presses 1'])).toEqual(['   1. calls', '   2. presses 1']);
  });

  test('counts what comes several times in a row', () => {
    expect(printHappenings(['hears', 'hears', 'hears', 'goes'])).toEqual([
      '   1. hears, 3 times in a row',
      '   2. goes',
    ]);
  });

  test('writes a round once', () => {
    const round = ['presses 1', 'sent', 'hears'];
    expect(printHappenings(['calls', ...round, ...round, ...round, 'sent'])).toEqual([
      '   1. calls',
      '      The next 3 happen 3 times, one after the other:',
      '   2. presses 1',
      '   3. sent',
      '   4. hears',
      '   5. sent',
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
  const labels: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, length, times] = /The next (\d+) happen (\d+) times/.exec(lines[at] ?? '') ?? [];
    if (length === undefined) {
      const [, label = '', row = '1'] = /\d+\. (\w)(?:, (\d+) times in a row)?$/.exec(lines[at] ?? '') ?? [];
      labels.push(...repeated([label], Number(row)));
      continue;
    }
    const round = lines.slice(at + 1, at + 1 + Number(length)).map((line) => line.slice(-1));
    labels.push(...repeated(round, Number(times)));
    at += Number(length);
  }
  return labels;
}

function repeated(round: readonly string[], times: number): string[] {
  return Array.from({ length: times }, () => round).flat();
}
