import { analyzeTemplate } from '../../../studio/liquid/analyze-template';

function sound(template: string): Extract<ReturnType<typeof analyzeTemplate>, { ok: true }> {
  const analysis = analyzeTemplate(template);
  if (!analysis.ok) throw new Error(analysis.reason);
  return analysis;
}

const paths = (template: string): string[] => sound(template).reads.map(({ path }) => path.join('.'));

const optional = (template: string): string[] =>
  sound(template)
    .reads.filter(({ isOptional }) => isOptional)
    .map(({ path }) => path.join('.'));

const raw = (template: string): string[] => sound(template).printedRaw.map((path) => path.join('.'));

describe('analyzeTemplate', () => {
  test.each([
    ['{{trigger.call.From}}', ['trigger.call.From']],
    ['{{ widgets["ask-code"].list[0].x }}', ['widgets.ask-code.list.0.x']],
    ['{{ widgets[flow.variables.name].x }}', ['widgets..x', 'flow.variables.name']],
    ['{% assign a = trigger.call.To %}{{a}} {{b}}', ['trigger.call.To', 'b']],
    ['{% capture a %}{{flow.sid}}{% endcapture %}{{a}}', ['flow.sid']],
    ['{% for i in flow.data.list %}{{i.x}}{{forloop.index}}{% endfor %}', ['flow.data.list']],
    ['{% for i in flow.data.list reversed %}{% endfor %}', ['flow.data.list']],
    ['{% for i in (1..flow.data.n) %}{% cycle i, flow.sid %}{% endfor %}', ['flow.data.n', 'flow.sid']],
    ['{% for i in a %}{% for i in i.b %}{% endfor %}{{ i.c }}{% endfor %}{{ i.d }}', ['a', 'i.d']],
    ['{{ (1..a)[b] }}{{ [c.d].e }}', ['a', 'b', 'c.d.e', 'c.d']],
    ['{{ "a" | append: flow.sid }}', ['flow.sid']],
    ['{{ flow.sid upcase }}', ['flow.sid']],
    ['{{ "now" | date: "%H" }} {% if true == empty %}{% endif %}', []],
  ])('reads the variables of %s', (template, expected) => {
    expect(paths(template)).toEqual(expected);
  });

  test.each([
    ['{{ a | default: "x" }}{{ b }}', ['a']],
    ['{% if a %}{{ a | plus: 1 }}{% else %}{{ b }}{% endif %}', ['a']],
    ['{% if c %}{% elsif a %}{% endif %}{{ b }}', ['c', 'a']],
    ['{% case a %}{% when "x" %}{{ b }}{% endcase %}', ['a']],
  ])('tells what %s can do without', (template, expected) => {
    expect(optional(template).sort()).toEqual([...expected].sort());
  });

  test.each([
    ['{{ a }}{{ b | url_encode }}', ['a']],
    ['{% assign x = a %}{% assign y = x %}{{ y }}', ['a']],
    ['{% assign x = a | url_encode %}{{ x }}', []],
    ['{% capture x %}{{ a }}{% endcapture %}{{ x }}', ['a']],
    ['{% capture x %}{{ a }}{% endcapture %}{{ x | url_encode }}', []],
    ['{% if a %}{{ b }}{% endif %}', ['b']],
    ['{% assign x = x %}{{ x }}', ['x']],
    ['{% for x in a %}{{ x.b }}{{ forloop.index }}{% endfor %}', ['a..b']],
    ['{{ "x" | url_encode | append: a }}', ['a']],
    ['{{ a | append: b | url_encode | append: c | default: d }}', ['d', 'c']],
    ['{{ a | url_encode | url_decode }}', ['a']],
    ['{{ a | url_decode | url_encode }}', []],
    ['{% assign x = a | url_encode %}{{ x }}{{ x | url_decode }}', ['a']],
    ['{% cycle a, "b" %}{% cycle "g": b | url_encode, c %}', ['a', 'c']],
    ['{% assign x = a.b %}{{ x.c }}', ['a.b.c']],
    ['{% assign x = a.b | split: "," %}{{ x[0] }}', ['a.b']],
    ['{{ a[b].c }}', ['a..c']],
  ])('tells what %s prints raw', (template, expected) => {
    expect(raw(template)).toEqual(expected);
  });

  test('follows names made of names in time', () => {
    const doubled = Array.from({ length: 3000 }, (_, n) => `{% assign a${n + 1} = a${n} | append: a${n} %}`);
    const deeper = Array.from(
      { length: 3000 },
      (_, n) => `{% assign b${n + 1} = b${n}.x %}{% assign b${n + 1} = b${n}.y %}`,
    );
    expect(raw(`${doubled.join('')}{{ a3000 }}`)).toEqual(['a0']);
    expect(raw(`${deeper.join('')}{{ b3000 }}`)).toContain('b0.y.y.y.y.y.y.y');
  });

  test.each([
    ['{% for i in (1..16) %}{% endfor %}', [16]],
    ['{% for i in (1..16) limit: 3 %}{% endfor %}', [3]],
    ['{% for i in flow.data.list limit: 20 %}{% endfor %}', [20]],
    ['{% for i in (1..20) offset: 15 limit: 8 %}{% endfor %}', [5]],
    ['{% assign a = "x, y, , " | split: ", " %}{% for i in a %}{% endfor %}', [2]],
    ['{% assign n = 3 %}{% for i in (1..4) limit: n %}{% endfor %}', [3]],
    ['{% assign n = 3 | plus: 1 %}{% for i in (1..n) %}{% endfor %}', []],
    ['{% for i in flow.data.list %}{% endfor %}', []],
    ['{% if a %}{% for i in (3..1) %}{% endfor %}{% endif %}', [0]],
  ])('counts the rounds of %s', (template, expected) => {
    expect(sound(template).loopLengths.map(({ rounds }) => rounds)).toEqual(expected);
  });

  test.each(['{{ a | shout }}', '{% include "x" %}', '{{ }}', '{% if a %}', '{{ a + 1 }}'])(
    'refuses %s',
    (template) => {
      expect(analyzeTemplate(template)).toMatchObject({ ok: false });
    },
  );
});
