import { parseEnvFile } from '../../../scripts/command-line/env-file';

describe('parseEnvFile', () => {
  test.each([
    ['plain values', 'A=1\nB = two words \n', { A: '1', B: 'two words' }],
    ['comments, blank lines and CRLF', '# hello\r\n\r\nA=1\r\n', { A: '1' }],
    ['quoted values with # and =', 'A="x # y"\nB=\'c=d\'', { A: 'x # y', B: 'c=d' }],
    ['\\n as a line break in double quotes only', 'A="x\\ny"\nB=\'x\\ny\'', { A: 'x\ny', B: 'x\\ny' }],
    ['empty values and a byte order mark', '\uFEFFA=\nB=""', { A: '', B: '' }],
  ])('reads %s', (_name, text, variables) => {
    expect(parseEnvFile(text)).toEqual({ kind: 'variables', variables });
  });

  test.each([
    ['no assignment', 'hello', /is no assignment/],
    ['a name with a dash', 'A-B=1', /is no assignment/],
    ['export', 'export A=1', /"export"/],
    ['a comment behind a value', 'A=secret # mine', /comment behind the value of A/],
    ['an open quote', 'A="secret', /quote for the value of A/],
  ])('refuses %s', (_name, text, sentence) => {
    const file = parseEnvFile(`OK=1\n${text}`);
    expect(file).toEqual({
      kind: 'problems',
      problems: [{ line: 2, sentence: expect.stringMatching(sentence) }],
    });
  });

  test('refuses a variable that is set twice', () => {
    const file = parseEnvFile('A=1\nB=2\nA=3');
    expect(file).toMatchObject({
      problems: [{ line: 3, sentence: expect.stringContaining('after line 1') }],
    });
  });

  test('reports every broken line without its value', () => {
    const file = parseEnvFile('A="hunter2\nhunter2\nB=hunter2 # x');
    expect(file).toMatchObject({ problems: [{ line: 1 }, { line: 2 }, { line: 3 }] });
    expect(JSON.stringify(file)).not.toContain('hunter2');
  });
});
