import fc from 'fast-check';
import { objectWithUnknowns, renderWithUnknowns } from '../../../studio/liquid/render-unknown';
import { renderTemplate } from '../../../studio/liquid/studio-liquid';
import type { JsonObject } from '../../../studio/model/json';
import {
  certainObject,
  computedText,
  isUnknown,
  openName,
  openObject,
  shownText,
  unknownText,
} from '../../../studio/model/unknown';

const FROM = unknownText('trigger.call.From');
const scope: JsonObject = {
  trigger: { call: certainObject('trigger.call', { From: FROM }) },
  flow: { variables: { known: 'no', count: '2', list: ['a', 'b'], copy: FROM, named: { key: FROM } } },
  widgets: { ask: { parsed: openObject('widgets.ask.parsed'), status: 'sent' } },
};

function rendered(template: string): string {
  const rendering = renderWithUnknowns(template, scope);
  return rendering.ok ? shownText(rendering.text) : `error: ${rendering.reason}`;
}

describe('renderWithUnknowns', () => {
  test.each([
    ['Hello.', 'Hello.'],
    ['{{flow.variables.known}} {{flow.variables.count | plus: 1}}', 'no 3'],
    ['to {{trigger.call.From}}', 'to ‹trigger.call.From›'],
    ['{{flow.variables.copy}}', '‹trigger.call.From›'],
    ['{{trigger.call["FromCity"]}}', '‹trigger.call.FromCity›'],
    ['{{widgets.ask.parsed.user.role}}', '‹widgets.ask.parsed.user.role›'],
    ['{{trigger.call.From | upcase}}', '‹made of trigger.call.From›'],
    ['{{trigger.call.From.size}}', '‹made of trigger.call.From›'],
    ['{{widgets.ask.parsed.tags[0]}}', '‹made of widgets.ask.parsed›'],
    ['{% if trigger.call.From == "x" %}a{% else %}b{% endif %}', '‹made of trigger.call.From›'],
    ['{% if flow.variables.known == "no" %}{{flow.variables.copy}}{% endif %}', '‹trigger.call.From›'],
    ['{% assign n = flow.variables.count | plus: 1 %}{{n}}', '3'],
    ['{% assign n = trigger.call.From %}{{n}}', '‹made of trigger.call.From›'],
    ['{% for item in flow.variables.list %}{{item}}{% endfor %}', 'ab'],
    ['{{flow.variables.named}}', '‹made of trigger.call.From›'],
    ['{{"now" | date: "%H"}}', '‹made of the time of the call›'],
    ['{{widgets.ask.status}}{{widgets.none.x}}', 'sent'],
    ['{{flow.variables.known | shout}}', 'error: undefined filter: shout, line:1, col:1'],
  ])('renders %s as %s', (template, expected) => {
    expect(rendered(template)).toBe(expected);
  });

  test('knows how many characters a slice leaves', () => {
    const rendering = renderWithUnknowns('{{trigger.call.From | strip | slice: -4, 2}}', scope);
    const made = computedText([{ name: 'trigger.call.From', characters: 2 }]);
    expect(rendering).toEqual({ ok: true, text: made });
  });

  const values = fc.constantFrom('', 'x', '9', 'vip', '+14155550100', 'no', 7);
  const templates = fc.constantFrom(
    '{{a.v}}',
    '{{a.w}}-{{b.known}}',
    '{{a.v | default: "none"}}',
    '{{a.v | append: b.known | size}}',
    '{% if a.v == "vip" %}in{% elsif b.known == "no" %}out{% endif %}',
    '{% unless a.v %}nobody{% endunless %}{{b.known}}',
    '{% case a.v %}{% when "9" %}nine{% else %}{{a.w}}{% endcase %}',
    '{% assign c = a %}{{c.w}}',
    '{% capture c %}{{a.w}}{% endcapture %}{{c | upcase}}',
    '{% for i in (1..3) %}{{i}}{{a.none}}{% endfor %}',
    '{{b[a.v]}}',
    '{{a | to_json}}',
    '{% if b contains "known" %}yes{% endif %}',
    '{{b.known}}',
    '{% if b.known == "no" %}{{b.list[1]}}{% else %}{{a.v}}{% endif %}',
  );

  test('gives no text as known that another value would change', () => {
    fc.assert(
      fc.property(templates, values, values, (template, v, w) => {
        const known = { known: 'no', list: ['one', 'two'] };
        const abstract = renderWithUnknowns(template, { a: certainObject('a'), b: known });
        const real = renderTemplate(template, { a: { v, w }, b: known }, 0);
        if (!abstract.ok || isUnknown(abstract.text)) return true;
        return real.ok && real.text === abstract.text;
      }),
    );
  });

  test('copies what the real value would be where it copies', () => {
    fc.assert(
      fc.property(values, values, (v, w) => {
        const template = '{{a.v}} and {{a.w}}';
        const abstract = renderWithUnknowns(template, { a: openObject('a') });
        const real = renderTemplate(template, { a: { v, w } }, 0);
        if (!abstract.ok || !real.ok) return false;
        return shownText(abstract.text).replace('‹a.v›', String(v)).replace('‹a.w›', String(w)) === real.text;
      }),
    );
  });
});

describe('objectWithUnknowns', () => {
  test('gives an object of which nothing is known for a text that is unknown', () => {
    expect(openName(objectWithUnknowns('{"name": "{{trigger.call.From}}"}', scope))).toBe(
      'trigger.call.From',
    );
    expect(openName(objectWithUnknowns('{{widgets.ask.parsed}}', scope))).toBe('widgets.ask.parsed');
  });

  test('leaves to others what is known', () => {
    expect(objectWithUnknowns('{"n": {{flow.variables.count}}}', scope)).toBeUndefined();
  });
});
