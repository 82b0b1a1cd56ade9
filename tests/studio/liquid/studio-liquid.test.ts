import { evaluateReference, renderTemplate } from '../../../studio/liquid/studio-liquid';

const NOW = Date.UTC(2026, 0, 15, 20, 30);
const scope = {
  trigger: { call: { From: '+14155550100', 'x-header': 'h' } },
  flow: {
    variables: {
      count: 2,
      text: ' a ',
      list: ['a', 'b', 'c'],
      object: { a: 1 },
      many: Array.from('abcdefghijklmnopqrst'),
    },
  },
};

describe('renderTemplate', () => {
  test.each([
    ['plain text', 'plain text'],
    ['{{trigger.call.From}}', '+14155550100'],
    ['{{trigger.caller.From}}', ''],
    ["{{trigger.call['x-header']}}", 'h'],
    ['{{flow.variables.count | plus: 1}}', '3'],
    ['{{"1" | plus: 0}}', '1'],
    ['{{5 | divided_by: 2}}', '2'],
    ['{{5.0 | divided_by: 2}}', '2'],
    ['{{flow.variables.list[-1]}}', 'c'],
    ['{{flow.variables.none[3]}}', ''],
    ['{{flow.variables.list[1]}}{{flow.variables.list | size}}', 'b3'],
    ['{{flow.variables.object | to_json}}', '{"a":1}'],
    ['{{flow.variables.object}}', '{"a":1}'],
    ['{{flow.variables.list}}', 'abc'],
    ['{{"a b+c" | url_encode}}', 'a+b%2Bc'],
    ['{{flow.variables.none | default: "d"}}', 'd'],
    ['{{trigger.call.From | slice: -4, 1}}{{trigger.call.From | slice: -1, 1}}', '00'],
    ['{% if flow.variables.none == empty %}e{% else %}n{% endif %}', 'n'],
    ['{% case flow.variables.count %}{% when 2 %}two{% endcase %}', 'two'],
    ['{% assign x = "y" %}{{x | upcase}}', 'Y'],
    ['{{"now" | date: "%Y-%m-%d %H:%M"}}', '2026-01-15 12:30'],
  ])('renders %s as "%s"', (template, text) => {
    expect(renderTemplate(template, scope, NOW)).toEqual({ ok: true, text });
  });

  test('stops a loop after 15 iterations', () => {
    const template = '{% for x in flow.variables.many %}{{x}}{% endfor %}';
    expect(renderTemplate(template, scope, NOW)).toEqual({ ok: true, text: 'abcdefghijklmno' });
  });

  test('keeps a smaller limit of a loop', () => {
    const template = '{% for x in flow.variables.many limit: 3 %}{{x}}{% endfor %}';
    expect(renderTemplate(template, scope, NOW)).toEqual({ ok: true, text: 'abc' });
  });

  test.each([
    ['an unknown filter', '{{ "x" | shout }}'],
    ['a filter that liquidjs has and Studio has not', '{{ "x" | sha256 }}'],
    ['an unknown tag', '{% shout %}'],
    ['a tag that reads files', '{% include "package.json" %}'],
    ['braces that do not match', '{{ flow.variables.count '],
    ['a division by nothing', '{{ 5 | divided_by: 0 }}'],
    ['a remainder of nothing', '{{ 5 | modulo: 0 }}'],
    ['a table, which is HTML', '{% tablerow x in flow.variables.list %}{{x}}{% endtablerow %}'],
    ['an index beyond the end of a list', '{{ flow.variables.list[3] }}'],
    ['an index before the start of a list', '{{ flow.variables.list[-4] }}'],
    ['an index beyond the end in a test', '{% if flow.variables.list[3] %}x{% endif %}'],
    ['an assignment that is none', '{% assign x y %}'],
    ['a tag that nobody ends', '{% if flow.variables.count %}x'],
    ['a plus sign', '{{ flow.variables.count + 1 }}'],
    ['a name beyond ASCII', '{{ flow.variables.prénom }}'],
    ['more than 16 KB of text', '{% assign x = "0123456789" %}' + '{{x}}'.repeat(1700)],
  ])('reports %s', (_what, template) => {
    expect(renderTemplate(template, scope, NOW)).toEqual({
      ok: false,
      reason: expect.stringMatching(/\w/) as string,
    });
  });

  test('lets a plus sign pass inside quotation marks', () => {
    expect(renderTemplate('{{ "+1" }}', scope, NOW)).toEqual({ ok: true, text: '+1' });
  });
});

describe('evaluateReference', () => {
  test('keeps a referenced object an object', () => {
    expect(evaluateReference(' {{ flow.variables.object }} ', scope, NOW)).toEqual({ a: 1 });
  });

  test('has no value for text around an output', () => {
    expect(evaluateReference('x{{flow}}', scope, NOW)).toBeUndefined();
  });
});
