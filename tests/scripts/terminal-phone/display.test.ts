import { plainDisplay, terminalDisplay } from '../../../scripts/terminal-phone/display';

/** A terminal that knows just enough: cursor up, clear below, carriage return. */
function screenOf(written: readonly string[]): string[] {
  let rows = [''];
  let row = 0;
  const escape = /\u001b\[(\?\d+[hl]|\d*[AJ])|\r|\n|[^\u001b\r\n]+/g;
  for (const [token, control] of written.join('').matchAll(escape)) {
    if (control?.endsWith('A') === true) row -= Number(control.slice(0, -1));
    else if (control === 'J') rows = [...rows.slice(0, row), ''];
    else if (control !== undefined || token === '\r') continue;
    else if (token === '\n') {
      row += 1;
      rows[row] ??= '';
    } else rows[row] = token;
  }
  return rows;
}

describe('terminalDisplay', () => {
  const written: string[] = [];
  const display = terminalDisplay({ write: (text) => written.push(text) });

  test('keeps told lines above the live ones', () => {
    display.setLive(['speaking', 'state 1']);
    display.tell(['told 1', 'told 2']);
    display.setLive(['state 2']);
    display.tell(['told 3']);
    expect(screenOf(written)).toEqual(['told 1', 'told 2', 'told 3', 'state 2']);
  });

  test('writes nothing when nothing changed', () => {
    const before = written.length;
    display.setLive(['state 2']);
    display.tell([]);
    expect(written).toHaveLength(before);
  });

  test('leaves told lines and a visible cursor behind', () => {
    display.close();
    expect(screenOf(written)).toEqual(['told 1', 'told 2', 'told 3', '']);
    expect(written.join('').lastIndexOf('\u001b[?25h')).toBeGreaterThan(
      written.join('').lastIndexOf('\u001b[?25l'),
    );
  });
});

describe('plainDisplay', () => {
  test('writes told lines only', () => {
    const written: string[] = [];
    const display = plainDisplay({ write: (text) => written.push(text) });
    display.setLive(['state']);
    display.tell(['one', 'two']);
    display.tell([]);
    display.close();
    expect(written).toEqual(['one\ntwo\n']);
  });
});
