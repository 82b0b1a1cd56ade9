import { readCommand } from '../../../../scripts/phone-page/model/command';

describe('readCommand', () => {
  test.each([
    [
      { kind: 'dial', from: '+1 (415) 555-0100', to: '+1 415 555 0199' },
      { kind: 'dial', from: '+14155550100', to: '+14155550199' },
    ],
    [
      { kind: 'press', keys: '12*#' },
      { kind: 'press', keys: '12*#' },
    ],
    [{ kind: 'hang-up', more: 1 }, { kind: 'hang-up' }],
    [
      { kind: 'skip', milliseconds: null },
      { kind: 'skip', milliseconds: null },
    ],
    [
      { kind: 'skip', milliseconds: 5 },
      { kind: 'skip', milliseconds: 5 },
    ],
    [
      { kind: 'break', id: 'verify-down', isOn: true },
      { kind: 'break', id: 'verify-down', isOn: true },
    ],
  ])('reads %j', (value, command) => {
    expect(readCommand(value)).toEqual(command);
  });

  test.each([
    null,
    'hang-up',
    [],
    {},
    { kind: 'constructor' },
    { kind: 'dial', from: 1, to: '+14155550199' },
    { kind: 'press', keys: '1a' },
    { kind: 'press', keys: '' },
    { kind: 'press', keys: '1'.repeat(33) },
    { kind: 'skip', milliseconds: -1 },
    { kind: 'skip', milliseconds: 1e9 },
    { kind: 'skip' },
    { kind: 'break', id: 'verify-down', isOn: 'yes' },
  ])('refuses %j', (value) => {
    expect(readCommand(value)).toBeUndefined();
  });
});
