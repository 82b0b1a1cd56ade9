import fc from 'fast-check';

import { parseXml } from '../../../../scripts/emulator/twiml/parse-xml';

describe('parseXml', () => {
  test('reads elements, attributes, texts and entities in order', () => {
    const text =
      '<?xml version="1.0"?>\n<A b="1 &amp; 2" c=\'"\'><!-- no --> x &#49;&#x32; <D/><![CDATA[<&>]]></A>\n';
    expect(parseXml(text)).toEqual({
      ok: true,
      root: {
        name: 'A',
        attributes: { b: '1 & 2', c: '"' },
        children: [' x 12 ', { name: 'D', attributes: {}, children: [] }, '<&>'],
      },
    });
  });

  test.each([
    ['nothing', '', 'must contain a root element'],
    ['an element that stays open', '<A><B></B>', 'unclosed tag: A'],
    ['elements in a wrong order', '<A><B></A></B>', 'unexpected close tag'],
    ['another case at the end', '<A></a>', 'unexpected close tag'],
    ['an attribute without quotes', '<A b=1/>', 'unquoted attribute value'],
    ['an attribute twice', '<A b="1" b="2"/>', 'duplicate attribute'],
    ['a bare ampersand', '<A>b & c</A>', 'unclosed tag'],
    ['an unknown entity', '<A>&nbsp;</A>', 'undefined entity'],
    ['an unknown entity in an attribute', '<A b="&constructor;"/>', 'undefined entity'],
    ['a character that does not exist', '<A>&#1114112;</A>', 'malformed character entity'],
    ['two roots', '<A/><B/>', 'only one root'],
    ['text outside', '<A/>b', 'outside of root'],
    ['something before the declaration', ' <?xml version="1.0"?><A/>', 'must be at the start'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><A>&b;</A>', 'a document type is not taken'],
  ])('refuses %s', (_what, text, problem) => {
    expect(parseXml(text)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
  });

  test('takes any text without throwing', () => {
    const pieces = fc.constantFrom(
      '<A',
      '>',
      '</A>',
      '/>',
      ' b="',
      '"',
      '&',
      'amp;',
      '<!--',
      '-->',
      'x',
      '<?',
      '?>',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces).map((some) => some.join('')),
    );
    fc.assert(fc.property(texts, (text) => typeof parseXml(text).ok === 'boolean'));
  });

  test('reads back any text that was escaped', () => {
    const escape = (text: string): string =>
      text.replace(/[&<>"]/g, (character) => `&#${String(character.codePointAt(0))};`);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const result = parseXml(`<A b="${escape(text)}">${escape(text)}</A>`);
        expect(result).toEqual({ ok: true, root: { name: 'A', attributes: { b: text }, children: [text] } });
      }),
    );
  });
});
