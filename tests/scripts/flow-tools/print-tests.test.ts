import { printTests } from '../../../scripts/flow-tools/print-tests';
import type { FileReport } from '../../../scripts/flow-tools/run-test-file';
import type { DifferentLine } from '../../../studio/flow-tests/judge';

const same = (count: number): DifferentLine[] =>
  Array.from({ length: count }, (_, index) => ({ mark: ' ', text: `line ${String(index)}` }));
const report: FileReport = {
  file: 'a.flow-test.json',
  problems: [],
  sources: [],
  cases: [
    { name: 'one', differences: [], seconds: 0 },
    {
      name: 'two',
      differences: [{ part: 'heard', lines: [...same(6), { mark: '-', text: 'gone' }, ...same(5)] }],
      seconds: 0,
    },
  ],
};

describe('printTests', () => {
  test('shows what differs with the lines beside it', () => {
    expect(printTests([report], false).split('\n')).toEqual([
      'a.flow-test.json',
      '  ✓ one',
      '  ✗ two',
      '      heard:',
      '          … 3 as expected',
      '          line 3',
      '          line 4',
      '          line 5',
      '        - gone',
      '          line 0',
      '          line 1',
      '          line 2',
      '          … 2 as expected',
      '',
      '1 file: 1 passed, 1 failed.',
      '',
    ]);
  });

  test('marks what is wrong by colour where there are colours', () => {
    expect(printTests([report], true)).toContain('\u001b[32m- gone\u001b[39m');
  });

  test('lists the problems of a file that could not be run', () => {
    const broken = { ...report, cases: [], problems: [{ place: '#/flow', message: 'must name the file' }] };
    expect(printTests([broken, report], false)).toMatch(
      /✗ #\/flow: must name the file\n[^]*2 files: 1 passed, 1 failed, 1 could not be run\.\n$/,
    );
  });
});
