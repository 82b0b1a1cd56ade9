import { newCommand, parseArguments } from '../../../scripts/command-line/new-command';
import { phoneNumberOption } from '../../../scripts/command-line/phone-number-option';
import { portOption } from '../../../scripts/command-line/port-option';

function parse(...argv: string[]) {
  let written = '';
  const command = newCommand('start', 'Stays up.')
    .option('--port <number>', 'port', portOption)
    .option('--from <number>', 'caller', phoneNumberOption)
    .configureOutput({ writeErr: (text) => (written += text), writeOut: (text) => (written += text) });
  const parsed = parseArguments<{ port?: number; from?: string }>(command, argv);
  return { parsed, written };
}

describe('parseArguments', () => {
  test('answers the options', () => {
    const { parsed } = parse('--port', '4010', '--from', '+1 (415) 555-0100');
    expect(parsed).toEqual({ kind: 'options', options: { port: 4010, from: '+14155550100' } });
  });

  test('exits with 0 after help', () => {
    const { parsed, written } = parse('--help');
    expect(parsed).toEqual({ kind: 'exit', code: 0 });
    expect(written).toContain('npm run start --');
  });

  test.each([
    ['an unknown option', ['--what'], '--what'],
    ['an extra argument', ['what'], 'argument'],
    ['a port that is no number', ['--port', 'http'], "'http'"],
    ['a port out of range', ['--port', '65536'], '1 to 65535'],
    ['a negative port', ['--port=-1'], '1 to 65535'],
    ['a number without country code', ['--from', '4155550100'], "'4155550100'"],
    ['a number that no country has', ['--from', '+1999'], '+14155550100'],
  ])('exits with 2 and names %s', (_name, argv, mentioned) => {
    const { parsed, written } = parse(...argv);
    expect(parsed).toEqual({ kind: 'exit', code: 2 });
    expect(written).toContain(mentioned);
    expect(written).toContain('--help says more');
  });
});
