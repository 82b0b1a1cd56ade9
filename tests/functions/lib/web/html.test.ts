import fc from 'fast-check';

import { attributes, html } from '../../../../functions/lib/web/html.private';

describe('html', () => {
  test('lets no text become markup', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        expect(markup.slice('<p title="'.length, -'</p>'.length)).not.toMatch(/[<'].*|"[^>]*"/);
      }),
    );
  });

  test('puts markup into markup, and lists, and nothing', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(html`${items}${false}${undefined}`.markup).toBe('<li>a</li><li>&lt;b&gt;</li>');
  });
});

describe('attributes', () => {
  test('writes what is there and escapes it', () => {
    const written = attributes({ id: 'a"b', open: true, hidden: false, value: undefined, size: 3 });
    expect(written.markup).toBe(' id="a&quot;b" open size="3"');
  });
});
