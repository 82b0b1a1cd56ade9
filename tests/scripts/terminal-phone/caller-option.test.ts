import { InvalidArgumentError } from 'commander';

import { parseCallScript } from '../../../scripts/calls/parse-call-script';
import { callerOption } from '../../../scripts/terminal-phone/caller-option';

function callerOfScript(from: string): string | null {
  const parsed = parseCallScript({ from, steps: [] });
  return parsed.ok ? parsed.script.from : null;
}

describe('callerOption', () => {
  test.each([
    ['+14155550100', '+14155550100'],
    ['+1 (415) 555-0100', '+14155550100'],
    ['+34 600 00 00 00', '+34600000000'],
    ['+266696687', '+266696687'],
    ['anonymous', 'anonymous'],
    ['Restricted', 'Restricted'],
  ])('reads %s as a call script does', (text, from) => {
    expect([callerOption(text), callerOfScript(text)]).toEqual([from, from]);
  });

  test.each(['banana', '12', '4155550100', '', ' ', '+', '+1x'])(
    'refuses "%s" as a call script does',
    (text) => {
      expect(() => callerOption(text)).toThrow(InvalidArgumentError);
      expect(callerOfScript(text)).toBeNull();
    },
  );
});
