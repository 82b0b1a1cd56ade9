import { tellWaiting } from '../../../scripts/account/tell-waiting';

function told(isTTY: boolean): string {
  let written = '';
  const write = (text: string): boolean => (written += text) !== '';
  tellWaiting('Reading the account', { write: write, columns: 80, isTTY });
  return written;
}

describe('tellWaiting', () => {
  test('tells a person what is being waited for', () => {
    expect(told(true)).toContain('Reading the account …');
  });

  test('tells a program nothing', () => {
    expect(told(false)).toBe('');
  });
});
